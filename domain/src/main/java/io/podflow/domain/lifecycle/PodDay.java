package io.podflow.domain.lifecycle;

/**
 * What the lifecycle is told about a pod at the end of a UTC day. Returns and drawdowns are
 * fractions, drawdowns positive; ratios are annualised, over all of the pod's daily returns.
 *
 * @param day UTC day, counted from 1970-01-01
 * @param dailyReturn of the pod's own account; NaN when it had none that day, and then the four
 *     figures after it do not matter
 * @param sharpe Sharpe ratio
 * @param maxDrawdown deepest fall from a peak
 * @param currentDrawdown fall from the peak so far
 * @param calmar mean Calmar: annualised mean over maximum drawdown
 * @param liveDays daily returns so far, this one included
 * @param tradeCount the pod's fills so far
 * @param portfolioCorrelation of the pod's daily returns with the portfolio's; NaN when undefined,
 *     and then nobody is held back by it
 * @param allExcluded whether every symbol that is not stale has multiplier 0 (requirement D1)
 */
public record PodDay(
    long day,
    double dailyReturn,
    double sharpe,
    double maxDrawdown,
    double currentDrawdown,
    double calmar,
    int liveDays,
    long tradeCount,
    double portfolioCorrelation,
    boolean allExcluded) {

  /** Whether the account was used up today; a NaN return is none. */
  boolean isRuin() {
    return dailyReturn <= -1;
  }

  boolean hasReturn() {
    return !Double.isNaN(dailyReturn);
  }
}
