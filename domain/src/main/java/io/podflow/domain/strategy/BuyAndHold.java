package io.podflow.domain.strategy;

import io.podflow.api.BarSeries;
import io.podflow.api.Signal;
import io.podflow.api.Strategy;

/** Always long with the same strength: the yardstick for every other strategy. */
final class BuyAndHold implements Strategy {

  private final Signal signal;

  BuyAndHold(double strength) {
    this.signal = Signal.of(strength);
  }

  @Override
  public int historyBars() {
    return 1;
  }

  @Override
  public Signal onClose(BarSeries bars) {
    return signal;
  }
}
