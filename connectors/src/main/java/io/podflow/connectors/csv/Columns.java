package io.podflow.connectors.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which field of a row is what. Columns that say nothing about a bar are skipped. */
final class Columns {

  /** Roles below this one are prices and the volume, by their place in {@link #NAMES}. */
  static final int TIMESTAMP = 5;

  static final int SKIPPED = 6;

  /** The time of the day, where {@link #TIMESTAMP} is a day only. */
  static final int CLOCK = 7;

  static final int OPEN = 0;
  static final int HIGH = 1;
  static final int LOW = 2;
  static final int CLOSE = 3;
  static final int VOLUME = 4;

  static final List<String> NAMES = List.of("open", "high", "low", "close", "volume", "timestamp");

  /** Fewer fields than a time and four prices make no row of bars. */
  static final int FEWEST = 5;

  private static final Pattern TIME_OF_DAY = Pattern.compile("[0-9]{2}:[0-9]{2}(:[0-9.]+)?");
  private static final Pattern PRICE = Pattern.compile("[0-9]*\\.?[0-9]+([eE][+-]?[0-9]+)?");

  private final int[] roles;

  private Columns(int[] roles) {
    this.roles = roles;
  }

  /** As {@link #of(List, List, String)}, of a header with commas and no row behind it. */
  static Columns of(String header, String file) {
    return of(Fields.split(header, ','), List.of(), file);
  }

  /**
   * Reads a header.
   *
   * @param first fields of the row behind it; may be empty
   * @throws BarInputException naming the columns that are missing or there twice
   */
  static Columns of(List<String> header, List<String> first, String file) {
    List<String> names = header.stream().map(FileForm::normal).toList();
    for (FileForm form : FileForm.KNOWN) {
      if (form.fits(names) && clockFits(form, names, first)) {
        return of(form, names, file);
      }
    }
    throw unknown(header, file);
  }

  /** Whether only a row can tell what the columns of this header are. */
  static boolean dependsOnRows(List<String> header) {
    List<String> names = header.stream().map(FileForm::normal).toList();
    return FileForm.KNOWN.stream().anyMatch(form -> form.clock() != null && form.fits(names));
  }

  private static boolean clockFits(FileForm form, List<String> names, List<String> first) {
    if (form.clock() == null) {
      return true;
    }
    int at = names.indexOf(form.clock());
    return at < first.size() && TIME_OF_DAY.matcher(first.get(at)).matches();
  }

  private static Columns of(FileForm form, List<String> names, String file) {
    String base = file.replaceFirst("[-.].*", "");
    int[] roles = new int[names.size()];
    Arrays.fill(roles, SKIPPED);
    assign(roles, names, form.open(), OPEN, file);
    assign(roles, names, form.high(), HIGH, file);
    assign(roles, names, form.low(), LOW, file);
    assign(roles, names, form.close(), CLOSE, file);
    assign(roles, names, form.volumeIn(names, base), VOLUME, file);
    assign(roles, names, form.time(), TIMESTAMP, file);
    assign(roles, names, form.clock(), CLOCK, file);
    return new Columns(roles);
  }

  private static void assign(
      int[] roles, List<String> names, @Nullable String name, int role, String file) {
    if (name == null) {
      return;
    }
    if (names.indexOf(name) != names.lastIndexOf(name)) {
      throw new BarInputException(file + ": column " + name + " is there twice");
    }
    roles[names.indexOf(name)] = role;
  }

  static BarInputException unknown(List<String> header, String file) {
    List<String> names = header.stream().map(FileForm::normal).toList();
    List<String> missing = new ArrayList<>(NAMES);
    missing.remove(NAMES.get(VOLUME));
    missing.removeAll(names);
    if (FileForm.KNOWN.stream().anyMatch(form -> names.contains(form.time()))) {
      missing.remove(NAMES.get(TIMESTAMP));
    }
    return new BarInputException(
        file
            + ": no column "
            + String.join(", ", missing)
            + " in the header '"
            + Fields.shown(String.join(",", header))
            + "' (expected: timestamp,open,high,low,close,volume, or one of the forms in"
            + " docs/bars.md)");
  }

  /** Whether the first line of a file is a row already: a time and four prices. */
  static boolean isRow(List<String> fields) {
    return fields.size() >= FEWEST
        && Timestamps.instant(fields.get(0)) != null
        && fields.subList(1, FEWEST).stream().allMatch(field -> PRICE.matcher(field).matches());
  }

  /** Of a file without a header: time, open, high, low, close, volume, and what is skipped. */
  static Columns withoutHeader(int fields) {
    int[] roles = new int[fields];
    Arrays.fill(roles, SKIPPED);
    roles[0] = TIMESTAMP;
    for (int i = 1; i < Math.min(fields, NAMES.size()); i++) {
      roles[i] = OPEN + i - 1;
    }
    return new Columns(roles);
  }

  /** The role of each field, in the order of the file. */
  int[] roles() {
    return Arrays.copyOf(roles, roles.length);
  }
}
