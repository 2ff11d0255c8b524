package io.podflow.domain.indicator;

/**
 * Average whose weights fall by a constant factor per step (docs/strategies.md): e ← (1 − a)·e +
 * a·x, beginning at the first input that is a number.
 *
 * <p>Two habits of choosing a: by span, {@link #ofSpan}, and Wilder's, {@link #wilder}. A gap (NaN)
 * leaves the value as it is while its weight keeps falling, so that the next input counts for more:
 * e ← (w·e + a·x) / (w + a) with w = (1 − a)^(steps since the last number).
 *
 * <p>Mutable, with public fields, because it is kept in state as it stands; only {@link #add}
 * changes it.
 */
public final class Ema {

  /** Weight a of the newest input, in (0, 1]. */
  public double weight = 1;

  /** Inputs that {@link #value} waits for. */
  public int warmUp = 1;

  /** Inputs so far that were numbers. */
  public int inputs;

  /** The average, also during the warm-up; without meaning before the first input. */
  public double average;

  /** Weight of the average against the next input: 1, less only after a gap. */
  public double oldWeight = 1;

  /** For deserialisation only. */
  public Ema() {}

  private Ema(double weight, int warmUp) {
    this.weight = weight;
    this.warmUp = warmUp;
  }

  /** EMA of a span of n bars: a = 2 / (n + 1), defined from the first input on. */
  public static Ema ofSpan(int span) {
    return new Ema(2.0 / (span + 1), 1);
  }

  /** Wilder's average over n bars: a = 1 / n, defined from the n-th input on. */
  public static Ema wilder(int period) {
    return new Ema(1.0 / period, period);
  }

  /** Takes in the next value; NaN is a gap. */
  public void add(double input) {
    if (inputs == 0) {
      begin(input);
      return;
    }
    oldWeight *= 1 - weight;
    if (!Double.isNaN(input)) {
      average = (oldWeight * average + weight * input) / (oldWeight + weight);
      oldWeight = 1;
      inputs++;
    }
  }

  private void begin(double input) {
    if (!Double.isNaN(input)) {
      average = input;
      inputs = 1;
    }
  }

  /** The average, in units of the input; NaN during the warm-up. */
  public double value() {
    return inputs < warmUp ? Double.NaN : average;
  }
}
