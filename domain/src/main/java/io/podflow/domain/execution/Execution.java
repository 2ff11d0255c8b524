package io.podflow.domain.execution;

/**
 * A trade that happened at one price, in full or as a {@link Trade#part part} of one.
 *
 * @param trade what happened
 * @param time close of the bar in whose open it happened, epoch milliseconds UTC (decision FP12)
 * @param price quote currency
 * @param fee exchange fee of the order, quote currency
 * @param slippageCost slippage and impact of the order, quote currency
 * @param fillId of the exchange; empty on paper, where an order has one fill
 */
public record Execution(
    Trade trade, long time, double price, double fee, double slippageCost, String fillId) {

  /**
   * The paper fill of {@code trade}: all of it at {@code price}, which is not slipped (EX2).
   *
   * @param dailyValue mean value of the symbol that is traded in a day, quote currency; NaN where
   *     it is not known
   */
  public static Execution onPaper(
      Trade trade, long time, double price, CostModel costs, double dailyValue) {
    double notional = Math.abs(trade.orderQuantity()) * price;
    double slippage = costs.slippageCost(notional, dailyValue);
    return new Execution(trade, time, price, costs.fee(notional), slippage, "");
  }

  /** Value of the order's fill, quote currency; crosses are not in it. */
  public double notional() {
    return Math.abs(trade.orderQuantity()) * price;
  }

  /** Fee, slippage and impact together, quote currency. */
  public double cost() {
    return fee + slippageCost;
  }

  /** The pod's part of the cost, by its part of the order; what crosses is free (AC4). */
  public double cost(int pod) {
    if (!trade.hasOrder()) {
      return 0;
    }
    return cost() * Math.abs(trade.sent(pod)) / Math.abs(trade.orderQuantity());
  }
}
