package io.podflow.domain.lifecycle;

/**
 * Losing months in a row, where a month is a block of 30 days counted from the pod's first day
 * (decision AC5). The blocks hang on the calendar and not on the kept returns, so nothing shifts
 * when those are trimmed or restored.
 *
 * <p>Mutable and with public fields because it is kept in keyed state as it stands; only {@link
 * #add} changes it.
 */
public final class LossMonths {

  static final int MONTH_DAYS = 30;

  /** Keeps a month that is flat on paper from being lost by rounding. */
  private static final double TOLERANCE = 1e-12;

  /** Completed months with a loss, back from the last completed one. */
  public int inARow;

  /** The running month, 0 for the pod's first. */
  public long month;

  /** Value at present of 1 at the start of the running month. */
  public double growth = 1;

  /**
   * Counts a day.
   *
   * @param age days since the pod's first, 0 on that
   * @param dailyReturn fraction; NaN for none
   */
  void add(long age, double dailyReturn) {
    while (age / MONTH_DAYS > month) {
      complete();
    }
    if (!Double.isNaN(dailyReturn)) {
      growth *= 1 + dailyReturn;
    }
    if (age % MONTH_DAYS == MONTH_DAYS - 1) {
      complete();
    }
  }

  private void complete() {
    inARow = growth - 1 < -TOLERANCE ? inARow + 1 : 0;
    month++;
    growth = 1;
  }
}
