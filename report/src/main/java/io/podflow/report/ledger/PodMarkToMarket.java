package io.podflow.report.ledger;

/**
 * The daily return of a pod's sub-ledger. The equity of the sub-ledger is a base plus all profit so
 * far, marked to the closes; capital moved in or out changes the base and the previous equity
 * alike, so that a rebalance is no profit.
 *
 * @param base quote currency; 0 before the account is opened
 * @param previousEquity equity at the start of the next return, quote currency
 * @param lastReturn return of the last day, fraction; NaN before the first return
 * @param days number of daily returns so far
 */
public record PodMarkToMarket(double base, double previousEquity, double lastReturn, int days) {

  /** Equity at or below this amount, quote currency, earns no return. */
  private static final double NO_EQUITY = 1e-12;

  /** An account without equity. */
  public static final PodMarkToMarket NONE = new PodMarkToMarket(0, 0, Double.NaN, 0);

  /** The account opened with {@code firstBase}; unchanged when the account has a base. */
  public PodMarkToMarket opened(double firstBase) {
    return base == 0 ? new PodMarkToMarket(firstBase, firstBase, lastReturn, days) : this;
  }

  /**
   * The account on another base.
   *
   * @param pnl profit so far, realised and unrealised, at the present prices, quote currency
   */
  public PodMarkToMarket rebased(double newBase, double pnl) {
    return new PodMarkToMarket(newBase, newBase + pnl, lastReturn, days);
  }

  /**
   * The account after a day; unchanged when the previous equity was 0 or less.
   *
   * @param pnl profit so far, realised and unrealised, at the day's closes, quote currency
   */
  public PodMarkToMarket dayEnded(double pnl) {
    if (previousEquity <= NO_EQUITY) {
      return this;
    }
    double equity = equity(pnl);
    return new PodMarkToMarket(base, equity, equity / previousEquity - 1, days + 1);
  }

  /** Base and profit together, quote currency. */
  public double equity(double pnl) {
    return base + pnl;
  }

  /**
   * Profit so far over all symbols, quote currency.
   *
   * @param prices close per position, in the order of {@code positions}; NaN where there is no
   *     price
   */
  public static double pnl(PodPosition[] positions, double[] prices) {
    double sum = 0;
    for (int s = 0; s < positions.length; s++) {
      sum += positions[s].pnl(prices[s]);
    }
    return sum;
  }
}
