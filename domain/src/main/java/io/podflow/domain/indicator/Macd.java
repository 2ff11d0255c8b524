package io.podflow.domain.indicator;

/**
 * MACD of docs/strategies.md: the fast exponential average less the slow one, in units of the
 * input, with an average of that difference as its signal line.
 *
 * <p>Public fields because it is kept in state as it stands; only {@link #add} changes it.
 */
public final class Macd {

  public Ema fast = new Ema();
  public Ema slow = new Ema();
  public Ema signal = new Ema();

  /** For deserialisation only. */
  public Macd() {}

  /**
   * @param fastSpan bars, as 12
   * @param slowSpan bars, as 26
   * @param signalSpan bars of the signal line, as 9
   */
  public Macd(int fastSpan, int slowSpan, int signalSpan) {
    this.fast = Ema.ofSpan(fastSpan);
    this.slow = Ema.ofSpan(slowSpan);
    this.signal = Ema.ofSpan(signalSpan);
  }

  /** Takes in the next close, or volume. */
  public void add(double input) {
    fast.add(input);
    slow.add(input);
    signal.add(value());
  }

  /** Fast less slow average. */
  public double value() {
    return fast.value() - slow.value();
  }

  /** The signal line. */
  public double signal() {
    return signal.value();
  }

  /** {@link #value} less {@link #signal}. */
  public double histogram() {
    return value() - signal();
  }
}
