package io.podflow.report.ledger;

/**
 * The daily return of a pod's sub-ledger. Its equity is a base plus all profit so far, marked to
 * the closes; capital that is moved in or out changes the base on both sides of a return, so that a
 * rebalance is no profit.
 *
 * @param base quote currency; 0 while there is no account
 * @param previousEquity equity that the next return is measured from, quote currency
 * @param lastReturn of the last day, fraction; NaN before the first
 * @param days returns so far
 */
public record PodMarkToMarket(double base, double previousEquity, double lastReturn, int days) {

  /** Equity up to this earns no return. */
  private static final double NO_EQUITY = 1e-12;

  /** An account without equity. */
  public static final PodMarkToMarket NONE = new PodMarkToMarket(0, 0, Double.NaN, 0);

  /** The account with a first base; the one that it has already, if any, stays. */
  public PodMarkToMarket opened(double firstBase) {
    return base == 0 ? new PodMarkToMarket(firstBase, firstBase, lastReturn, days) : this;
  }

  /**
   * The account on another base.
   *
   * @param pnl profit so far, realised and unrealised, at the prices of now
   */
  public PodMarkToMarket rebased(double newBase, double pnl) {
    return new PodMarkToMarket(newBase, newBase + pnl, lastReturn, days);
  }

  /**
   * The account after a day; the same where there was no equity to earn a return on.
   *
   * @param pnl profit so far, realised and unrealised, at the day's closes
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
   * @param prices by position, NaN where there is none
   */
  public static double pnl(PodPosition[] positions, double[] prices) {
    double sum = 0;
    for (int s = 0; s < positions.length; s++) {
      sum += positions[s].pnl(prices[s]);
    }
    return sum;
  }
}
