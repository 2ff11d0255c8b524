package io.podflow.domain.indicator;

/**
 * EMAx of docs/strategies.md: the fast exponential average of the close over the slow one, less 1;
 * positive in a rising market. Public fields because it is kept in state as it stands.
 */
public final class EmaCross {

  public Ema fast = new Ema();
  public Ema slow = new Ema();

  /** For deserialisation only. */
  public EmaCross() {}

  /**
   * @param fastSpan bars
   * @param slowSpan bars
   */
  public EmaCross(int fastSpan, int slowSpan) {
    this.fast = Ema.ofSpan(fastSpan);
    this.slow = Ema.ofSpan(slowSpan);
  }

  /** Takes in the next close. */
  public void add(double close) {
    fast.add(close);
    slow.add(close);
  }

  /** A fraction; defined from the first bar on. */
  public double value() {
    return Ratio.of(fast.value(), slow.value()) - 1;
  }
}
