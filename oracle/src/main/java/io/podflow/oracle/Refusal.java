package io.podflow.oracle;

import org.jspecify.annotations.Nullable;

/**
 * The first rule that refuses a change (TR1, TR4).
 *
 * @param rule its name; empty when none refuses
 * @param limit what it refuses by, a quantity; NaN for none
 */
record Refusal(String rule, double limit) {

  private static final double TOLERANCE = 1e-12;
  private static final Refusal NONE = new Refusal("", Double.NaN);

  /**
   * @param waiting what already waits for the symbol, or null
   * @param net signed quantity that would be sent
   * @param wanted signed quantity of all pods
   * @param held signed quantity of all pods, with what is on its way
   * @param forced whether band and smallest order do not count
   * @param band quantity below which a change is not sent
   */
  static Refusal first(
      Run run,
      String symbol,
      long close,
      @Nullable Trade waiting,
      double net,
      double wanted,
      double held,
      boolean forced,
      double band) {
    if (waiting != null) {
      return new Refusal("waiting", Math.abs(waiting.net()));
    }
    if (!run.finest(symbol).has(close)) {
      return new Refusal("waiting", 0);
    }
    double mark = run.mark(symbol, close);
    double notional = run.config.number("min_notional") / mark;
    double least = run.config.number("min_order") * run.equity(close) / mark;
    if (wanted != 0 && below(net, notional)) {
      return new Refusal("min_notional", notional);
    }
    if (wanted != 0 && !forced && below(net, least)) {
      return new Refusal("min_order", least);
    }
    return !forced && below(wanted - held, band) ? new Refusal("band", band) : NONE;
  }

  private static boolean below(double quantity, double limit) {
    return Math.abs(quantity) < limit * (1 - TOLERANCE);
  }

  boolean refuses() {
    return !rule.isEmpty();
  }
}
