package io.podflow.app.backtest;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The folder of a run when {@code --out} is absent. */
final class RunNames {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private RunNames() {}

  /** The given folder, else {@code runs/<config-name>-<UTC time>}. */
  static Path folder(@Nullable Path given, Path config) {
    return given != null
        ? given
        : Path.of("runs", nameOf(config) + "-" + TIME.format(Instant.now()));
  }

  private static String nameOf(Path config) {
    return String.valueOf(config.getFileName()).replaceFirst("\\.ya?ml$", "");
  }
}
