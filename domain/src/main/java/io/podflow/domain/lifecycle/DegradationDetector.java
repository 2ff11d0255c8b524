package io.podflow.domain.lifecycle;

import io.podflow.domain.metrics.ReturnMetrics;
import io.podflow.domain.metrics.ReturnWindow;
import io.podflow.domain.metrics.Thresholds;
import io.podflow.domain.settings.PageHinkleySettings;

/**
 * Feeds a pod's daily returns to {@link PageHinkley}, by default in units of the pod's own
 * volatility (decision AC3), so that one {@code lambda} suits quiet and wild pods alike.
 *
 * <p>The unit is the standard deviation (n − 1) of the last 60 returns <i>before</i> the one that
 * is divided: a return that took part in its own yardstick could never be farther out than 7.6.
 * Days on which nothing moved say nothing about volatility and stay out of it: else the first
 * trades after a flat month would count as outliers of many deviations. Until 30 returns are known,
 * and while they show no dispersion, the raw return is fed.
 *
 * <p>The mean starts at 0, where it also comes to lie over 30 raw returns, tiny on this scale. So
 * the step from raw to standardised values leaves nothing behind in it, and a fresh start after
 * recovery is like the first. Seeded with one standardised value instead, the mean would be off by
 * about 1 for a hundred days, and each of those days would add that much to the score.
 */
public final class DegradationDetector {

  /** Returns behind the volatility. */
  static final int VOLATILITY_DAYS = 60;

  /** Below this, the volatility is not known and returns go in raw. */
  static final int ENOUGH_DAYS = 30;

  private static final double NO_DISPERSION = 1e-12;

  /** A score below this share of lambda counts as recovered (docs/lifecycle.md). */
  private static final double RECOVERED_SHARE = 0.2;

  private final PageHinkleySettings settings;

  public DegradationDetector(PageHinkleySettings settings) {
    this.settings = settings;
  }

  /** Room for the returns behind the volatility. */
  public static ReturnWindow emptyWindow() {
    return new ReturnWindow(VOLATILITY_DAYS);
  }

  /** A detector that has seen nothing. */
  public PageHinkley fresh() {
    PageHinkley detector = new PageHinkley();
    if (settings.standardise()) {
      detector.add(0, settings.delta(), settings.alpha());
    }
    return detector;
  }

  /**
   * Counts the return of a day, a fraction, and then remembers it for the volatility.
   *
   * @param moved the pod's last returns other than 0
   */
  public void feed(PageHinkley detector, ReturnWindow moved, double dailyReturn) {
    double value = settings.standardise() ? standardised(moved, dailyReturn) : dailyReturn;
    detector.add(value, settings.delta(), settings.alpha());
    if (dailyReturn != 0) {
      moved.add(dailyReturn);
    }
  }

  private static double standardised(ReturnWindow moved, double dailyReturn) {
    if (moved.size() < ENOUGH_DAYS) {
      return dailyReturn;
    }
    double volatility = ReturnMetrics.standardDeviation(moved.last(VOLATILITY_DAYS));
    return volatility <= NO_DISPERSION ? dailyReturn : dailyReturn / volatility;
  }

  /** Whether the score is above lambda. */
  public boolean fires(PageHinkley detector) {
    return Thresholds.isAbove(detector.score(), settings.lambda());
  }

  boolean hasCalmedDown(PageHinkley detector) {
    return Thresholds.isBelow(detector.score(), RECOVERED_SHARE * settings.lambda());
  }

  boolean isSilent(PageHinkley detector) {
    return Thresholds.isWithin(detector.score(), 0);
  }
}
