package io.podflow.savepoints.upgrade;

import io.podflow.job.state.codec.LogicalNames;
import io.podflow.job.state.codec.NamedClass;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The class names that old savepoints hold, with the logical name of each. */
final class OldNames {

  private static final String TABLE = "old-names.txt";

  private OldNames() {}

  /** The classes of those names that a loader has. */
  static LogicalNames in(ClassLoader loader) {
    List<NamedClass> classes = new ArrayList<>();
    for (String line : lines()) {
      String[] names = line.split(" ", -1);
      classes.add(NamedClass.of(names[1], load(names[0], loader)));
    }
    return LogicalNames.of(classes);
  }

  static Class<?> load(String name, ClassLoader loader) {
    try {
      return Class.forName(name, true, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("a frozen class is missing", e);
    }
  }

  private static List<String> lines() {
    try (BufferedReader table =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(OldNames.class.getResourceAsStream(TABLE)),
                StandardCharsets.UTF_8))) {
      return table.lines().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
