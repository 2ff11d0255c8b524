package io.podflow.connectors.csv;

import org.jspecify.annotations.Nullable;

/** The rules for prices and volume of a bar, the same for files and topics. */
public final class BarRules {

  private BarRules() {}

  /**
   * The first rule that finite prices and volume break, with names and values; null when none.
   *
   * @param open quote currency, as the other prices
   * @param volume base asset
   */
  public static @Nullable String broken(
      double open, double high, double low, double close, double volume) {
    return broken(new double[] {open, high, low, close, volume});
  }

  /** The same for an array of prices and volume, indexed by the roles in {@link Columns}. */
  static @Nullable String broken(double[] figures) {
    String price = brokenPrice(figures);
    return price == null ? brokenRange(figures) : price;
  }

  /** The first price not above 0, or a volume below 0; null when all are sound. */
  static @Nullable String brokenPrice(double[] figures) {
    for (int role = Columns.OPEN; role <= Columns.CLOSE; role++) {
      if (!(figures[role] > 0)) {
        return named(figures, role) + " is not above 0";
      }
    }
    if (!(figures[Columns.VOLUME] >= 0)) {
      return named(figures, Columns.VOLUME) + " is below 0";
    }
    return null;
  }

  /** The first two prices that contradict each other; null when none do. */
  static @Nullable String brokenRange(double[] figures) {
    int[][] orders = {
      {Columns.HIGH, Columns.LOW},
      {Columns.HIGH, Columns.OPEN},
      {Columns.HIGH, Columns.CLOSE},
      {Columns.OPEN, Columns.LOW},
      {Columns.CLOSE, Columns.LOW}
    };
    for (int[] order : orders) {
      if (!(figures[order[0]] >= figures[order[1]])) {
        return named(figures, order[0]) + " is below " + named(figures, order[1]);
      }
    }
    return null;
  }

  private static String named(double[] figures, int role) {
    return Columns.NAMES.get(role) + " " + figures[role];
  }
}
