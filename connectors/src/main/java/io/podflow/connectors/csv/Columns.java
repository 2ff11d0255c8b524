package io.podflow.connectors.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which field of a row is what, as the header says. Columns it does not know are skipped. */
final class Columns {

  /** Roles below this one are prices and the volume, by their place in {@link #NAMES}. */
  static final int TIMESTAMP = 5;

  static final int SKIPPED = 6;

  static final int OPEN = 0;
  static final int HIGH = 1;
  static final int LOW = 2;
  static final int CLOSE = 3;
  static final int VOLUME = 4;

  static final List<String> NAMES = List.of("open", "high", "low", "close", "volume", "timestamp");

  private final int[] roles;

  private Columns(int[] roles) {
    this.roles = roles;
  }

  /**
   * Reads a header.
   *
   * @throws BarInputException naming the columns that are missing or there twice
   */
  static Columns of(String header, String file) {
    List<String> names =
        Fields.split(header).stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    List<String> missing = new ArrayList<>(NAMES);
    missing.removeAll(names);
    if (!missing.isEmpty()) {
      throw new BarInputException(
          file
              + ": no column "
              + String.join(", ", missing)
              + " in the header '"
              + Fields.shown(header)
              + "' (expected: timestamp,open,high,low,close,volume)");
    }
    for (String name : NAMES) {
      if (names.indexOf(name) != names.lastIndexOf(name)) {
        throw new BarInputException(file + ": column " + name + " is there twice");
      }
    }
    return new Columns(
        names.stream().mapToInt(NAMES::indexOf).map(role -> role < 0 ? SKIPPED : role).toArray());
  }

  /** The role of each field, in the order of the file. */
  int[] roles() {
    return Arrays.copyOf(roles, roles.length);
  }
}
