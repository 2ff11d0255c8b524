package io.podflow.connectors.csv;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The slow parser of a row: accepts every supported spelling of numbers and times, and names the
 * first fault.
 */
final class RowText {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final Pattern NO_FIGURE =
      Pattern.compile("|nan|null|none|n/a", Pattern.CASE_INSENSITIVE);
  private static final Pattern NOT_FINITE =
      Pattern.compile("nan|[+-]?inf(inity)?", Pattern.CASE_INSENSITIVE);
  private static final int NANOS_PER_MILLI = 1_000_000;

  private final double[] values = new double[5];
  private String time = "";
  private String clock = "";
  private long openTime = Timestamps.UNREADABLE;
  private boolean volumeMissing;
  private Rejection reason = Rejection.MALFORMED;
  private @Nullable String problem;

  private RowText() {}

  static RowText of(String line, int[] roles) {
    return of(line, roles, ',');
  }

  static RowText of(String line, int[] roles, char delimiter) {
    RowText row = new RowText();
    row.read(Fields.split(line, delimiter), roles);
    return row;
  }

  /** A malformed row whose line is not parsed. */
  static RowText unreadable(String problem) {
    RowText row = new RowText();
    row.problem = problem;
    return row;
  }

  private void read(List<String> fields, int[] roles) {
    if (fields.size() != roles.length) {
      complain(Rejection.MALFORMED, fields.size() + " fields (expected: " + roles.length + ")");
    }
    for (int i = 0; i < Math.min(fields.size(), roles.length); i++) {
      switch (roles[i]) {
        case Columns.TIMESTAMP -> time = fields.get(i);
        case Columns.CLOCK -> clock = "T" + fields.get(i);
        case Columns.SKIPPED -> {}
        default -> readNumber(roles[i], fields.get(i));
      }
    }
    readTime(time + clock);
    complain(Rejection.PRICE, BarRules.brokenPrice(values));
    complain(Rejection.RANGE, BarRules.brokenRange(values));
  }

  private void readTime(String text) {
    Instant instant = Timestamps.instant(text);
    openTime = Timestamps.millis(instant);
    if (instant == null || openTime == Timestamps.UNREADABLE) {
      complain(Rejection.MALFORMED, "timestamp '" + Fields.shown(text) + "' is not a time");
    } else if (instant.getNano() % NANOS_PER_MILLI != 0) {
      complain(
          Rejection.OFF_GRID, "timestamp '" + Fields.shown(text) + "' has parts of a millisecond");
    }
  }

  private void readNumber(int role, String text) {
    if (role == Columns.VOLUME && NO_FIGURE.matcher(text).matches()) {
      volumeMissing = true;
      return;
    }
    double value = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    if (!Double.isFinite(value)) {
      boolean figure = NUMBER.matcher(text).matches() || NOT_FINITE.matcher(text).matches();
      complain(
          figure ? Rejection.PRICE : Rejection.MALFORMED,
          Columns.NAMES.get(role) + " '" + Fields.shown(text) + "' is not a number");
    }
    // turns -0 into 0
    values[role] = value + 0.0;
  }

  /** Only the first complaint counts. */
  private void complain(Rejection why, @Nullable String what) {
    if (problem == null && what != null) {
      problem = what;
      reason = why;
    }
  }

  /** The first fault of the row; null when the row is sound. */
  @Nullable String problem() {
    return problem;
  }

  /** The kind of the first fault; meaningless for a sound row. */
  Rejection reason() {
    return reason;
  }

  /** Whether the row has no volume, which is then 0. */
  boolean volumeMissing() {
    return volumeMissing;
  }

  /** Bar open, epoch milliseconds UTC, or {@link Timestamps#UNREADABLE}. */
  long openTime() {
    return openTime;
  }

  double value(int role) {
    return values[role];
  }

  void copyTo(double[] figures) {
    System.arraycopy(values, 0, figures, 0, values.length);
  }
}
