package io.podflow.domain.metrics;

/**
 * What a pod has earned since its first day, kept as running sums so that a day costs the same
 * whether the pod is a week or ten years old.
 *
 * <p>Mutable and with public fields because it is kept in keyed state as it stands; only {@link
 * #add} changes it. Returns are daily whatever the pod's timeframe, so years have 365 of them.
 * Figures other than {@link #totalReturn} and {@link #liveDays} say nothing after one day alone and
 * are 0 until the second; {@link #index} and {@link #peak} are there from the start.
 */
public final class Performance {

  private static final double DAYS_PER_YEAR = 365;
  private static final double NEGLIGIBLE = 1e-12;

  /** Days counted. */
  public int count;

  /** Mean daily return. */
  public double mean;

  /** Sum of squared deviations from the mean, updated as Welford does: no cancellation. */
  public double squares;

  /** Value of 1 invested before the first day; never below 0, and 0 for good once it is that. */
  public double index = 1;

  /** Highest {@link #index}, the initial 1 included. */
  public double peak = 1;

  /** Deepest fall of {@link #index} below {@link #peak}, a positive fraction. */
  public double deepest;

  /** Days with a return above 0. */
  public int wins;

  /** Counts one UTC day. */
  public void add(double dailyReturn) {
    count++;
    double fromOldMean = dailyReturn - mean;
    mean += fromOldMean / count;
    squares += fromOldMean * (dailyReturn - mean);
    index = Math.max(0, index * (1 + dailyReturn));
    peak = Math.max(peak, index);
    deepest = Math.max(deepest, fall());
    if (dailyReturn > 0) {
      wins++;
    }
  }

  /** Days counted. */
  public int liveDays() {
    return count;
  }

  /** Compounded return since the first day, a fraction. */
  public double totalReturn() {
    return index - 1;
  }

  /** Annualised standard deviation of the daily returns. */
  public double volatility() {
    return early() ? 0 : Math.sqrt(squares / (count - 1)) * Math.sqrt(DAYS_PER_YEAR);
  }

  /** Annualised mean over annualised volatility; 0 without dispersion. */
  public double sharpeRatio() {
    double volatility = volatility();
    return volatility <= NEGLIGIBLE ? 0 : mean * DAYS_PER_YEAR / volatility;
  }

  /**
   * Mean Calmar: annualised mean, not growth, over the maximum drawdown; 0 without a drawdown. The
   * rule of graduation asks for it; the Calmar that is shown of a run is {@link
   * HeadlineFigures#calmar}.
   */
  public double meanCalmar() {
    double drawdown = maxDrawdown();
    return drawdown <= NEGLIGIBLE ? 0 : mean * DAYS_PER_YEAR / drawdown;
  }

  /** Deepest drawdown so far, a positive fraction. */
  public double maxDrawdown() {
    return early() ? 0 : Math.min(1, deepest);
  }

  /** Fall below the peak today, a positive fraction. */
  public double currentDrawdown() {
    return early() ? 0 : fall();
  }

  /** All is the most that can be lost of a peak, which is at least the initial 1. */
  private double fall() {
    return Math.min(1, (peak - index) / peak);
  }

  /** Share of days with a return above 0. */
  public double winRate() {
    return early() ? 0 : (double) wins / count;
  }

  /** Highest value of 1 invested at the start. */
  public double peakEquity() {
    return early() ? 0 : peak;
  }

  /** Value today of 1 invested at the start. */
  public double currentEquity() {
    return early() ? 0 : index;
  }

  private boolean early() {
    return count < 2;
  }
}
