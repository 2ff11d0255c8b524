package io.podflow.job.step;

/** The order of inputs that come in the order of their closes, and the check that they do. */
public final class CloseOrder {

  private long current = Long.MIN_VALUE;

  /**
   * Whether an input is the first of a later close than all before it: those closes are over.
   *
   * @param closeTime epoch milliseconds UTC
   * @throws IllegalStateException for an input of an earlier close than the last one
   */
  public boolean begins(long closeTime) {
    if (closeTime < current) {
      throw new IllegalStateException(
          "input of the close " + closeTime + " after " + current + " in sorted input");
    }
    boolean isLater = closeTime > current;
    current = closeTime;
    return isLater;
  }
}
