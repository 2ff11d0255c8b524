package io.podflow.domain.indicator;

/**
 * ATR of docs/strategies.md: Wilder's average of the {@link TrueRange}, in price units. Public
 * fields because it is kept in state as it stands.
 */
public final class AverageTrueRange {

  public double previousClose = Double.NaN;
  public Ema ranges = new Ema();

  /** For deserialisation only. */
  public AverageTrueRange() {}

  /**
   * @param period bars n; the first value is that of the n-th bar
   */
  public AverageTrueRange(int period) {
    this.ranges = Ema.wilder(period);
  }

  /** Takes in the next bar. */
  public void add(double high, double low, double close) {
    ranges.add(TrueRange.of(high, low, previousClose));
    previousClose = close;
  }

  /** NaN for the first n − 1 bars. */
  public double value() {
    return ranges.value();
  }
}
