package io.podflow.connectors.csv;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The thorough way through a row: reads what can be read, and says what is wrong with the rest. */
final class RowText {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

  private final double[] values = new double[5];
  private long openTime = Timestamps.UNREADABLE;
  private @Nullable String problem;

  private RowText() {}

  static RowText of(String line, int[] roles) {
    RowText row = new RowText();
    row.read(Fields.split(line), roles);
    return row;
  }

  /** A line that is not even looked at. */
  static RowText unreadable(String problem) {
    RowText row = new RowText();
    row.problem = problem;
    return row;
  }

  private void read(List<String> fields, int[] roles) {
    if (fields.size() != roles.length) {
      complain(fields.size() + " fields (expected: " + roles.length + ")");
    }
    for (int i = 0; i < Math.min(fields.size(), roles.length); i++) {
      if (roles[i] == Columns.TIMESTAMP) {
        readTime(fields.get(i));
      } else if (roles[i] < Columns.TIMESTAMP) {
        readNumber(roles[i], fields.get(i));
      }
    }
    if (problem == null) {
      problem = BarRules.broken(values);
    }
  }

  private void readTime(String text) {
    openTime = Timestamps.parse(text);
    if (openTime == Timestamps.UNREADABLE) {
      complain("timestamp '" + Fields.shown(text) + "' is not a time");
    }
  }

  private void readNumber(int role, String text) {
    double value = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    if (!Double.isFinite(value)) {
      complain(Columns.NAMES.get(role) + " '" + Fields.shown(text) + "' is not a number");
    }
    // turns -0 into 0
    values[role] = value + 0.0;
  }

  private void complain(String what) {
    if (problem == null) {
      problem = what;
    }
  }

  /** The first thing that is wrong; null when the row is good. */
  @Nullable String problem() {
    return problem;
  }

  /** Epoch milliseconds UTC, or {@link Timestamps#UNREADABLE}. */
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
