package io.podflow.connectors.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The role of each column of a file: a price, the volume or the time. Other columns are skipped.
 */
final class Columns {

  /** Roles below {@code TIMESTAMP} are prices and the volume, in the order of {@link #NAMES}. */
  static final int TIMESTAMP = 5;

  static final int SKIPPED = 6;

  /** The column of the time of day, where {@link #TIMESTAMP} holds only the date. */
  static final int CLOCK = 7;

  static final int OPEN = 0;
  static final int HIGH = 1;
  static final int LOW = 2;
  static final int CLOSE = 3;
  static final int VOLUME = 4;

  static final List<String> NAMES = List.of("open", "high", "low", "close", "volume", "timestamp");

  /** A row of bars has at least a time and four prices. */
  static final int FEWEST = 5;

  private static final Pattern TIME_OF_DAY = Pattern.compile("[0-9]{2}:[0-9]{2}(:[0-9.]+)?");
  private static final Pattern PRICE = Pattern.compile("[0-9]*\\.?[0-9]+([eE][+-]?[0-9]+)?");

  private final int[] roles;

  private Columns(int[] roles) {
    this.roles = roles;
  }

  /** As {@link #of(List, List, String)}, for a header with commas and no row after the header. */
  static Columns of(String header, String file) {
    return of(Fields.split(header, ','), List.of(), file);
  }

  /**
   * Reads a header.
   *
   * @param first fields of the row after the header; may be empty
   * @throws BarInputException naming the columns that are missing or duplicate
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

  /** Whether the roles of the columns depend on the first row, and not on the header alone. */
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

  /**
   * For a file without a header: time, open, high, low, close, volume; further columns are skipped.
   */
  static Columns withoutHeader(int fields) {
    int[] roles = new int[fields];
    Arrays.fill(roles, SKIPPED);
    roles[0] = TIMESTAMP;
    for (int i = 1; i < Math.min(fields, NAMES.size()); i++) {
      roles[i] = OPEN + i - 1;
    }
    return new Columns(roles);
  }

  /** The role of each column, in the order of the file. */
  int[] roles() {
    return Arrays.copyOf(roles, roles.length);
  }
}
