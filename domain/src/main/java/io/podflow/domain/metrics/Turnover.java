package io.podflow.domain.metrics;

/**
 * How much is traded against what there is (decision FI1). It is two-sided: what is bought and what
 * is sold again both count. What pods exchange among themselves is no trade.
 */
public final class Turnover {

  private Turnover() {}

  /**
   * Turnover of one close, a share of equity; 0 when there is no equity to take a share of.
   *
   * @param notional Σ|value| of the fills that the books first show at this close
   * @param equity at this close, in the same unit
   */
  public static double ofClose(double notional, double equity) {
    return equity > 0 ? notional / equity : 0.0;
  }

  /**
   * Turnover of a year.
   *
   * @param byClose turnover of every close of a run
   * @param years length of the run
   */
  public static double perYear(double[] byClose, double years) {
    double sum = 0;
    for (double turnover : byClose) {
      sum += turnover;
    }
    return years > 0 ? sum / years : 0.0;
  }
}
