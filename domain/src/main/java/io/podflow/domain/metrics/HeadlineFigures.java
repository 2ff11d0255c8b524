package io.podflow.domain.metrics;

import io.podflow.api.Timeframe;
import java.util.Arrays;

/**
 * What an equity series amounts to, in a few figures (docs/decisions.md, "Figures"). All are
 * fractions, not percents; NaN stands for undefined.
 *
 * @param periods period returns behind the figures
 * @param years {@code periods} in years of 365 days
 * @param totalReturn last equity / initial capital − 1
 * @param cagr yearly growth that compounds to {@code totalReturn}; −1 when nothing is left
 * @param volatility standard deviation (ddof 1) of the period returns, annualised
 * @param sharpe mean / standard deviation, annualised, no risk-free rate; 0 without dispersion
 * @param sortino mean over the downside deviation, annualised (decision FI1); NaN without a
 *     negative return
 * @param maxDrawdown deepest {@linkplain EquityFall fall} of equity at any close, not only at the
 *     ends of periods; at most 1
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
   * @param capital before the first close, quote currency; the first return is from here
   * @param times bar closes, epoch milliseconds UTC, rising
   * @param equity equity at each close, quote currency
   * @param timeframe length of a period; its last value counts
   */
  public static HeadlineFigures of(
      double capital, long[] times, double[] equity, Timeframe timeframe) {
    return of(
        returns(ResampledSeries.lastValues(capital, times, equity, timeframe)),
        EquityFall.of(capital, equity).deepest(),
        timeframe.barsPerYear());
  }

  /** Figures of consecutive period returns, {@code periodsPerYear} of them in a year. */
  static HeadlineFigures of(double[] returns, double maxDrawdown, double periodsPerYear) {
    double growth = 1.0;
    for (double r : returns) {
      growth *= 1.0 + r;
    }
    int n = returns.length;
    double cagr = n == 0 ? 0.0 : Math.pow(Math.max(0, growth), periodsPerYear / n) - 1.0;
    double volatility = ReturnMetrics.standardDeviation(returns) * Math.sqrt(periodsPerYear);
    return new HeadlineFigures(
        n,
        n / periodsPerYear,
        growth - 1.0,
        cagr,
        volatility,
        volatility > NO_DISPERSION ? mean(returns) * periodsPerYear / volatility : 0.0,
        sortino(returns, periodsPerYear),
        maxDrawdown,
        calmar(cagr, maxDrawdown));
  }

  /**
   * Mean over downside deviation, annualised. The deviation is the root of the mean of min(r, 0)²
   * over all returns, not only over the negative ones.
   *
   * @return NaN without a negative return
   */
  public static double sortino(double[] returns, double periodsPerYear) {
    double squares = 0;
    for (double r : returns) {
      double loss = Math.min(r, 0);
      squares += loss * loss;
    }
    if (!(squares > 0)) {
      return Double.NaN;
    }
    double downside = Math.sqrt(squares / returns.length);
    return mean(returns) * periodsPerYear / (downside * Math.sqrt(periodsPerYear));
  }

  /** Yearly growth over maximum drawdown; NaN without a drawdown. */
  public static double calmar(double cagr, double maxDrawdown) {
    return maxDrawdown > NO_DISPERSION ? cagr / maxDrawdown : Double.NaN;
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

  private static double mean(double[] values) {
    double sum = 0;
    for (double v : values) {
      sum += v;
    }
    return values.length == 0 ? 0.0 : sum / values.length;
  }
}
