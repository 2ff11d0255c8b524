package io.podflow.api;

/**
 * What a strategy wants of one symbol at one close.
 *
 * @param value sign is the direction, size the volatility-scaled strength (decision SG1); 0 is
 *     flat; always finite
 * @param reason why the signal is flat although nothing was decided, such as {@code warm-up}; empty
 *     when the strategy decided (decision SG4)
 */
public record Signal(double value, String reason) {

  private static final Signal WARM_UP = new Signal(0, "warm-up");
  private static final Signal UNDEFINED = new Signal(0, "undefined");
  private static final Signal NO_VARIANCE = new Signal(0, "no variance");

  public Signal {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("signal " + value + " (expected: a finite number)");
    }
  }

  /** A decision; a value that is not finite becomes {@link #undefined}. */
  public static Signal of(double value) {
    return Double.isFinite(value) ? new Signal(value, "") : UNDEFINED;
  }

  /** Flat because the history is still too short. */
  public static Signal warmUp() {
    return WARM_UP;
  }

  /** Flat because a figure the strategy needs is not defined at this close. */
  public static Signal undefined() {
    return UNDEFINED;
  }

  /** Flat because the price does not move, so that there is no volatility to size it by. */
  public static Signal withoutVariance() {
    return NO_VARIANCE;
  }
}
