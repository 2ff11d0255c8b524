package io.podflow.domain.strategy;

import io.podflow.api.Bar;
import io.podflow.api.Strategy;
import io.podflow.api.Timeframe;
import io.podflow.domain.market.BarHistory;

/** Bar histories for tests of strategies. */
final class Series {

  private Series() {}

  /** Bars whose four prices are the close, kept as the strategy wants them. */
  static BarHistory of(Strategy strategy, double... closes) {
    BarHistory history = new BarHistory(strategy.historyBars());
    for (double close : closes) {
      history.append(new Bar(0, Timeframe.D1, 0, close, close, close, close, 1));
    }
    return history;
  }

  /** A rise or fall by the same share every bar. */
  static double[] trend(int bars, double first, double change) {
    double[] closes = new double[bars];
    closes[0] = first;
    for (int i = 1; i < bars; i++) {
      closes[i] = closes[i - 1] * (1 + change);
    }
    return closes;
  }
}
