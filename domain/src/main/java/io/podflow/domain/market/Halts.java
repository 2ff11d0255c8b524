package io.podflow.domain.market;

/**
 * Tells from a symbol's bars that nobody trades it (decision EV2): bars in a row with the same
 * close and no volume. Bars that are missing between them do not matter.
 */
public final class Halts {

  /** So many bars in a row without a trade are no coincidence. */
  private static final int BARS = 5;

  private Halts() {}

  /**
   * Still bars in a row, up to the newest one.
   *
   * @param before the same as of the bar before; 0 when there is none
   * @param previousClose close of the bar before, quote currency
   * @param close of the newest bar
   * @param volume of the newest bar; NaN counts as none
   */
  public static int stillBars(int before, double previousClose, double close, double volume) {
    if (volume > 0) {
      return 0;
    }
    return before > 0 && previousClose == close ? before + 1 : 1;
  }

  /** Whether that many still bars in a row are a halt. */
  public static boolean isHalt(int stillBars) {
    return stillBars >= BARS;
  }

  /** Whether a halt is found at the last of so many still bars. */
  public static boolean begins(int stillBars) {
    return stillBars == BARS;
  }
}
