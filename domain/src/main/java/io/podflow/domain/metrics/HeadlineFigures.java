package io.podflow.domain.metrics;

import io.podflow.domain.market.Timeframe;
import java.util.Arrays;

/**
 * What an equity series amounts to, in a few figures (orchestration.md §10.1). All are fractions,
 * not percents; NaN stands for undefined.
 *
 * @param periods period returns behind the figures
 * @param years {@code periods} in years of 365 days
 * @param totalReturn last equity / first equity − 1
 * @param cagr yearly growth that compounds to {@code totalReturn}; −1 when nothing is left
 * @param volatility standard deviation (ddof 1) of the period returns, annualised
 * @param sharpe mean / standard deviation, annualised, no risk-free rate; 0 without dispersion
 * @param sortino as sharpe over the standard deviation of the negative returns alone; NaN when they
 *     have none
 * @param maxDrawdown largest fall from a peak of the resampled series, positive, at most 1
 * @param calmar cagr / maxDrawdown; NaN without a drawdown
 */
public record HeadlineFigures(
    int periods,
    double years,
    double totalReturn,
    double cagr,
    double volatility,
    double sharpe,
    double sortino,
    double maxDrawdown,
    double calmar) {

  /** Annualised volatility below this is rounding, not risk (as in the other metrics). */
  private static final double NO_DISPERSION = 1e-12;

  /**
   * Figures of the books of a run.
   *
   * @param times bar closes, epoch milliseconds UTC, rising
   * @param equity equity at each close, quote currency
   * @param timeframe length of a period; its last value counts
   */
  public static HeadlineFigures of(long[] times, double[] equity, Timeframe timeframe) {
    return ofReturns(
        returns(ResampledSeries.lastValues(times, equity, timeframe)), timeframe.barsPerYear());
  }

  /** Figures of consecutive period returns, {@code periodsPerYear} of them in a year. */
  static HeadlineFigures ofReturns(double[] returns, double periodsPerYear) {
    double growth = 1.0;
    double peak = 1.0;
    double maxDrawdown = 0.0;
    for (double r : returns) {
      growth *= 1.0 + r;
      peak = Math.max(peak, growth);
      maxDrawdown = Math.max(maxDrawdown, Math.min(1.0, 1.0 - growth / peak));
    }
    int n = returns.length;
    double cagr = n == 0 ? 0.0 : Math.pow(Math.max(0, growth), periodsPerYear / n) - 1.0;
    double scale = Math.sqrt(periodsPerYear);
    double volatility = standardDeviation(returns, false) * scale;
    double downside = standardDeviation(returns, true) * scale;
    double yearlyMean = mean(returns, false) * periodsPerYear;
    return new HeadlineFigures(
        n,
        n / periodsPerYear,
        growth - 1.0,
        cagr,
        volatility,
        volatility > NO_DISPERSION ? yearlyMean / volatility : 0.0,
        downside > NO_DISPERSION ? yearlyMean / downside : Double.NaN,
        maxDrawdown,
        maxDrawdown > NO_DISPERSION ? cagr / maxDrawdown : Double.NaN);
  }

  /**
   * The figures of a ruined portfolio (decision RU1): nothing is left that could grow, and what is
   * a ratio of gain to risk says nothing any more.
   */
  public HeadlineFigures ruined() {
    return new HeadlineFigures(
        periods,
        years,
        totalReturn,
        -1.0,
        volatility,
        Double.NaN,
        Double.NaN,
        maxDrawdown,
        Double.NaN);
  }

  /** Of a value that is not positive there is no return: the series ends there. */
  private static double[] returns(double[] values) {
    double[] returns = new double[Math.max(0, values.length - 1)];
    for (int i = 0; i < returns.length; i++) {
      if (!(values[i] > 0)) {
        return Arrays.copyOf(returns, i);
      }
      returns[i] = values[i + 1] / values[i] - 1.0;
    }
    return returns;
  }

  private static double mean(double[] values, boolean negativeOnly) {
    double sum = 0;
    int n = 0;
    for (double v : values) {
      if (!negativeOnly || v < 0) {
        sum += v;
        n++;
      }
    }
    return n == 0 ? 0.0 : sum / n;
  }

  /** ddof 1; 0 for fewer than two values. */
  private static double standardDeviation(double[] values, boolean negativeOnly) {
    double mean = mean(values, negativeOnly);
    double squares = 0;
    int n = 0;
    for (double v : values) {
      if (!negativeOnly || v < 0) {
        squares += (v - mean) * (v - mean);
        n++;
      }
    }
    return n < 2 ? 0.0 : Math.sqrt(squares / (n - 1));
  }
}
