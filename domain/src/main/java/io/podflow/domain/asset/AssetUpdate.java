package io.podflow.domain.asset;

import io.podflow.domain.market.Halts;

/**
 * What the asset stage tells the pod about one symbol at one close.
 *
 * @param pod index of the pod in the layout
 * @param position place of the symbol in the pod's own list
 * @param closeTime epoch milliseconds UTC
 * @param open first price of the bar, quote currency
 * @param high highest price
 * @param low lowest price
 * @param close price at the close
 * @param periodReturn close / previous close − 1; NaN at the symbol's first bar
 * @param signal the strategy's signed strength
 * @param signalReason why the signal is flat without a decision; empty otherwise
 * @param returnCount returns in the window, at most its length
 * @param sharpe annualised, over {@code sharpe_lookback} returns
 * @param cumulativeReturn over {@code return_lookback} returns, fraction
 * @param maxDrawdown over {@code sharpe_lookback} returns, positive fraction
 * @param adx how much the symbol trends, 0 to 100; NaN where undefined or not asked for
 * @param constant whether the returns over {@code sharpe_lookback} have no variance (decision EV2)
 * @param stillBars bars in a row, this one included, that had the same close and no volume; 0 in
 *     state from before they were counted
 * @param volumeMissed whether the strategy read volumes and the newest bar, as the first that it
 *     saw, has none (decision DA4); false in state from before it was kept
 */
public record AssetUpdate(
    int pod,
    int position,
    long closeTime,
    double open,
    double high,
    double low,
    double close,
    double periodReturn,
    double signal,
    String signalReason,
    int returnCount,
    double sharpe,
    double cumulativeReturn,
    double maxDrawdown,
    double adx,
    boolean constant,
    int stillBars,
    boolean volumeMissed) {

  /** As of a symbol that moves, and a strategy that misses no volume. */
  public AssetUpdate(
      int pod,
      int position,
      long closeTime,
      double open,
      double high,
      double low,
      double close,
      double periodReturn,
      double signal,
      String signalReason,
      int returnCount,
      double sharpe,
      double cumulativeReturn,
      double maxDrawdown,
      double adx) {
    this(
        pod,
        position,
        closeTime,
        open,
        high,
        low,
        close,
        periodReturn,
        signal,
        signalReason,
        returnCount,
        sharpe,
        cumulativeReturn,
        maxDrawdown,
        adx,
        false,
        0,
        false);
  }

  /** Whether the symbol is not traded at its exchange, although bars of it come (decision EV2). */
  public boolean isHalted() {
    return Halts.isHalt(stillBars);
  }
}
