package io.podflow.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One recorded table against the rows that somebody else expects in it. */
public final class Comparison {

  /** Largest relative difference of a number. */
  public static final double TOLERANCE = 1e-9;

  /** Smaller numbers are compared as if they were this: they are differences of larger ones. */
  private static final double NEAR_ZERO = 1e-3;

  private static final int SHOWN = 12;

  private final Recorded.Table table;
  private final List<String> keyColumns;
  private final Map<String, List<Row>> unmatched = new HashMap<>();
  private final Set<String> compared = new HashSet<>();
  private final List<String> problems = new ArrayList<>();
  private final Map<String, Double> errors = new TreeMap<>();
  private int problemCount;
  private int rows;

  /**
   * @param keyColumns what identifies a row, beside its time
   */
  Comparison(Recorded.Table table, String... keyColumns) {
    this.table = table;
    this.keyColumns = List.of(keyColumns);
    this.compared.add("time");
    this.compared.addAll(this.keyColumns);
    for (Row row : table.rows()) {
      unmatched.computeIfAbsent(keyOf(row), key -> new ArrayList<>()).add(row);
    }
  }

  private String keyOf(Row row) {
    StringBuilder key = new StringBuilder().append(row.time);
    keyColumns.forEach(column -> key.append('|').append(row.text(column)));
    return key.toString();
  }

  /** Expects a row; what is in it is said of the result. */
  Expected row(long time, Object... key) {
    rows++;
    StringBuilder text = new StringBuilder().append(time);
    for (Object part : key) {
      text.append('|').append(part);
    }
    List<Row> found = unmatched.get(text.toString());
    if (found == null) {
      problem("missing: " + Instant.ofEpochMilli(time) + " " + text);
      return new Expected(null);
    }
    Row row = found.remove(found.size() - 1);
    if (found.isEmpty()) {
      unmatched.remove(text.toString());
    }
    return new Expected(row);
  }

  /** Expects a row whose last key is a text with numbers in it, which may differ by rounding. */
  void rowLike(long time, String... key) {
    String wanted = time + "|" + String.join("|", key);
    String before = wanted.substring(0, wanted.length() - key[key.length - 1].length());
    String found =
        unmatched.keySet().stream()
            .filter(known -> known.startsWith(before))
            .filter(known -> Wording.sameButForRounding(known, wanted))
            .findFirst()
            .orElse(wanted);
    row(time, (Object[]) found.substring(found.indexOf('|') + 1).split("[|]", -1));
  }

  private void problem(String text) {
    problemCount++;
    if (problems.size() < SHOWN) {
      problems.add(table.name() + " " + text);
    }
  }

  /** What differs; empty when every row, and every column of every row, is as expected. */
  List<String> finish() {
    unmatched.values().forEach(left -> left.forEach(row -> problem("unexpected: " + row)));
    for (String column : table.columns()) {
      if (rows > 0 && !compared.contains(column)) {
        problem("column never compared: " + column);
      }
    }
    if (problemCount > problems.size()) {
      problems.add(table.name() + " and more: " + problemCount + " differences in all");
    }
    return problems;
  }

  /** Largest relative error by column of the numbers compared. */
  Map<String, Double> errors() {
    return errors;
  }

  int rows() {
    return rows;
  }

  /** A row that is expected, beside the one that is recorded; without that, nothing to compare. */
  final class Expected {

    private final @Nullable Row row;

    private Expected(@Nullable Row row) {
      this.row = row;
    }

    Expected number(String column, double expected) {
      return number(column, expected, NEAR_ZERO);
    }

    /** An amount of money, which comes of sums of far larger ones: to 1e-9 of the unit near 0. */
    Expected money(String column, double expected) {
      return number(column, expected, 1);
    }

    /**
     * A quantity, for which near zero means small against what it is the difference of.
     *
     * @param size larger one of the quantities subtracted
     */
    Expected quantity(String column, double expected, double size) {
      return number(column, expected, Math.max(NEAR_ZERO * size, Double.MIN_NORMAL));
    }

    private Expected number(String column, double expected, double nearZero) {
      compared.add(column);
      if (row == null) {
        return this;
      }
      double recorded = row.number(column);
      double size = Math.max(nearZero, Math.max(Math.abs(expected), Math.abs(recorded)));
      double error = Math.abs(expected - recorded) / size;
      if (Double.isNaN(expected) && Double.isNaN(recorded)) {
        error = 0;
      }
      errors.merge(column, error, Math::max);
      if (!(error <= TOLERANCE)) {
        problem(column + " is " + recorded + ", expected " + expected + ": " + row);
      }
      return this;
    }

    Expected text(String column, String expected) {
      compared.add(column);
      if (row != null && !row.text(column).equals(expected)) {
        problem(column + " is " + row.text(column) + ", expected " + expected + ": " + row);
      }
      return this;
    }
  }
}
