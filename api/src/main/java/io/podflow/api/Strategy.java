package io.podflow.api;

import java.util.List;

/**
 * A trading strategy, asked once per bar close and symbol.
 *
 * <p>The signal is a pure function of the bars kept: the same history gives the same signal, in a
 * backtest, live, and after a restart. An instance may keep scratch memory but no state between
 * calls; podflow keeps the bars (in checkpoints, too) and calls one instance for many symbols.
 */
public interface Strategy {

  /** Bars of history to keep per symbol, 1 to 1000 (decision SG5). */
  int historyBars();

  /**
   * The signal at the close of the newest bar, from that bar and those before it (decision SG2).
   *
   * @param bars at least one and at most {@link #historyBars} bars, the newest at {@code ago} 0
   */
  Signal onClose(BarSeries bars);

  /**
   * Returns over which the strategy measures the volatility that it divides by; 0 when it divides
   * by none. Where they do not vary, podflow gives the symbol no signal (decision EV2).
   */
  default int volatilityBars() {
    return 0;
  }

  /**
   * What the strategy's model gives weight to at the close of the newest bar, for people to read;
   * empty for a strategy without a model, and where there is too little history for one.
   *
   * @param bars as in {@link #onClose}
   */
  default List<FeatureWeight> explain(BarSeries bars) {
    return List.of();
  }
}
