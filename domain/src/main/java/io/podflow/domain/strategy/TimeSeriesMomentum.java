package io.podflow.domain.strategy;

import io.podflow.api.BarSeries;
import io.podflow.api.Signal;
import io.podflow.api.Strategy;
import io.podflow.domain.indicator.SignificantDigits;

/**
 * Follows a symbol's own trend: long after a rise over the lookback, short (or flat) after a fall.
 *
 * <p>signal = sign(close / close[lookback] − 1) · vol_target / max(realised volatility,
 * min_volatility)
 *
 * <p>This is the strategy to copy for your own. It uses nothing but what is public, and each
 * decision that any strategy has to take is marked below.
 */
public final class TimeSeriesMomentum implements Strategy {

  private final int lookback;
  private final double volTarget;
  private final int volWindow;
  private final double minVolatility;
  private final boolean shorts;
  private final double barsPerYear;

  /**
   * @param lookback bars of the trend
   * @param volTarget annualised volatility that a signal of full size should have
   * @param volWindow returns that volatility is measured over
   * @param minVolatility annualised; a quiet market does not make the signal larger than volTarget
   *     / minVolatility
   * @param shorts whether a fall is traded or waited out
   * @param barsPerYear of the pod's timeframe
   */
  public TimeSeriesMomentum(
      int lookback,
      double volTarget,
      int volWindow,
      double minVolatility,
      boolean shorts,
      double barsPerYear) {
    this.lookback = lookback;
    this.volTarget = volTarget;
    this.volWindow = volWindow;
    this.minVolatility = minVolatility;
    this.shorts = shorts;
    this.barsPerYear = barsPerYear;
  }

  /**
   * As little as the formula needs: podflow keeps this many bars for every symbol in every
   * checkpoint. A change over n bars needs n + 1 closes.
   */
  @Override
  public int historyBars() {
    return Math.max(lookback, volWindow) + 1;
  }

  @Override
  public int volatilityBars() {
    return volWindow;
  }

  @Override
  public Signal onClose(BarSeries bars) {
    // "No opinion yet" is not "flat by decision": the reason reaches the decision log, and whoever
    // wonders why a new symbol does not trade finds the answer there.
    if (bars.size() < historyBars()) {
      return Signal.warmUp();
    }
    // The bar at ago 0 has closed, so using it is no look-ahead: the order fills at the next open.
    // Compared in twelve digits: the last bits of a price depend on the unit it is quoted in.
    double direction = SignificantDigits.order(bars.close(0), bars.close(lookback));
    if (direction < 0 && !shorts) {
      direction = 0;
    }
    // A strategy divides by its own volatility so that a signal of 1 means the same risk in every
    // symbol. Capital, symbol weights and leverage limits are applied by the pod, not here.
    double scale = volTarget / Math.max(volatility(bars), minVolatility);
    // What is not a number, as when a price is missing, becomes "undefined" in Signal.of.
    return Signal.of(direction * scale);
  }

  /** Annualised sample standard deviation of the simple returns in the window. */
  private double volatility(BarSeries bars) {
    // From scratch at every close rather than updated: the signal must depend on the bars alone,
    // or a restart in mid-run would change it.
    double sum = 0;
    double squares = 0;
    for (int ago = 0; ago < volWindow; ago++) {
      double change = bars.close(ago) / bars.close(ago + 1) - 1;
      sum += change;
      squares += change * change;
    }
    double mean = sum / volWindow;
    double variance = (squares - sum * mean) / (volWindow - 1);
    return Math.sqrt(Math.max(variance, 0) * barsPerYear);
  }
}
