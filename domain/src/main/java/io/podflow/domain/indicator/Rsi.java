package io.podflow.domain.indicator;

/**
 * RSI of docs/strategies.md, after Wilder: the share of rises in the movement of the close, 0 to
 * 100. With d the change of the close, G = W(max(d, 0)) and L = W(max(−d, 0)): 100·G / (G + L).
 *
 * <p>Public fields because it is kept in state as it stands; only {@link #add} changes it.
 */
public final class Rsi {

  public double previousClose = Double.NaN;
  public Ema gains = new Ema();
  public Ema losses = new Ema();

  /** For deserialisation only. */
  public Rsi() {}

  /**
   * @param period changes n; the first value is that of bar n + 1
   */
  public Rsi(int period) {
    this.gains = Ema.wilder(period);
    this.losses = Ema.wilder(period);
  }

  /** Takes in the next close. */
  public void add(double close) {
    double change = close - previousClose;
    gains.add(Math.max(change, 0));
    losses.add(Math.max(-change, 0));
    previousClose = close;
  }

  /** 0 to 100; NaN during the warm-up, and while the close has never moved. */
  public double value() {
    double gain = gains.value();
    return Ratio.of(100 * gain, gain + losses.value());
  }
}
