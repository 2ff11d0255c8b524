package io.podflow.domain.indicator;

/**
 * ADX of docs/strategies.md, after Wilder: how much of a symbol's movement goes one way, 0 to 100,
 * whichever way that is.
 *
 * <p>up = high − previous high, down = previous low − low; the larger of the two, if positive, is
 * the directional movement ±DM of its side, the other side's is 0. ±DI = 100·W(±DM) / W(TR), DX =
 * 100·|+DI − −DI| / (+DI + −DI), ADX = W(DX), with W the Wilder average over n bars.
 *
 * <p>Public fields because it is kept in state as it stands; only {@link #add} changes it.
 */
public final class Adx {

  public double previousHigh = Double.NaN;
  public double previousLow = Double.NaN;
  public double previousClose = Double.NaN;
  public Ema ups = new Ema();
  public Ema downs = new Ema();
  public Ema ranges = new Ema();
  public Ema indices = new Ema();

  /** For deserialisation only. */
  public Adx() {}

  /**
   * @param period bars n of each average; the first value is that of bar 2n − 1
   */
  public Adx(int period) {
    this.ups = Ema.wilder(period);
    this.downs = Ema.wilder(period);
    this.ranges = Ema.wilder(period);
    this.indices = Ema.wilder(period);
  }

  /** Whether its averages are over {@code period} bars. */
  public boolean isOf(int period) {
    return ups.warmUp == period;
  }

  /** Takes in the next bar. */
  public void add(double high, double low, double close) {
    double up = high - previousHigh;
    double down = previousLow - low;
    // at the first bar both are NaN, no comparison holds, and the movement is 0
    // what is equal on paper is so too: 100.3 − 100.0 against 99.9 − 99.6
    ups.add(SignificantDigits.above(up, down, high) && up > 0 ? up : 0);
    downs.add(SignificantDigits.above(down, up, high) && down > 0 ? down : 0);
    ranges.add(TrueRange.of(high, low, previousClose));
    indices.add(directionalMovement());
    previousHigh = high;
    previousLow = low;
    previousClose = close;
  }

  /** DX; NaN while the averages warm up, and where nothing has moved. */
  private double directionalMovement() {
    double plus = Ratio.of(100 * ups.value(), ranges.value());
    double minus = Ratio.of(100 * downs.value(), ranges.value());
    return Ratio.of(100 * Math.abs(plus - minus), plus + minus);
  }

  /** 0 to 100; NaN for the first 2n − 2 bars. */
  public double value() {
    return indices.value();
  }
}
