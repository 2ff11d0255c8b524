package io.podflow.models.trend;

import io.podflow.api.BarSeries;

/**
 * A series without its newest bars, cut to a largest number of bars.
 *
 * @param newest position in {@code bars} of the newest bar of this series, in bars ago
 */
record EarlierBars(BarSeries bars, int newest, int size) implements BarSeries {

  static BarSeries of(BarSeries bars, int newest, int most) {
    return new EarlierBars(bars, newest, Math.min(most, bars.size() - newest));
  }

  @Override
  public double open(int ago) {
    return bars.open(newest + ago);
  }

  @Override
  public double high(int ago) {
    return bars.high(newest + ago);
  }

  @Override
  public double low(int ago) {
    return bars.low(newest + ago);
  }

  @Override
  public double close(int ago) {
    return bars.close(newest + ago);
  }

  @Override
  public double volume(int ago) {
    return bars.volume(newest + ago);
  }

  @Override
  public long closeTime(int ago) {
    return bars.closeTime(newest + ago);
  }
}
