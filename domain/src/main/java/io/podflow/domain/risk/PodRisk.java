package io.podflow.domain.risk;

import io.podflow.domain.allocation.VolatilityFloor;
import io.podflow.domain.capital.PodCapital;
import io.podflow.domain.capital.ReturnTable;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Risk seen on the pods' daily returns, over the same table of returns as capital allocation.
 *
 * @param shares each pod's share of the portfolio's risk, in configured order; NaN for a pod that
 *     cannot be judged
 * @param correlation mean correlation between pods; NaN where there is too little to say
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not kept
public record PodRisk(double[] shares, double correlation) {

  /**
   * A variance up to this is no risk that could be shared (docs/decisions.md, "Risk and defence").
   */
  private static final double NO_VARIANCE = 1e-10;

  /**
   * The risk of the pods together. With fewer than two pods that vary, nobody has a share: the only
   * pod that moves would always have all of it.
   *
   * @param weights each pod's share of equity, in configured order
   * @param dailyReturns by pod, then UTC day, NaN where a pod had no account
   * @param lookback most days to look back on
   * @param floor least volatility of a pod beside the others (decision EV2)
   * @param estimator from returns (pod, then day) to their covariance (decision CA10)
   */
  public static PodRisk of(
      List<PodCapital> pods,
      double[] weights,
      double[][] dailyReturns,
      int lookback,
      VolatilityFloor floor,
      UnaryOperator<double[][]> estimator) {
    ReturnTable table = ReturnTable.of(pods, dailyReturns, lookback, floor);
    double[] shares = new double[pods.size()];
    Arrays.fill(shares, Double.NaN);
    if (table.days() >= RiskContributions.ENOUGH_RETURNS && table.pods().length > 1) {
      double[][] covariance =
          VolatilityFloor.raise(estimator.apply(table.returns()), table.floors());
      if (varying(covariance) > 1) {
        fill(shares, table.pods(), weights, covariance);
      }
    }
    return new PodRisk(shares, correlation(pods, dailyReturns, lookback));
  }

  private static double correlation(List<PodCapital> pods, double[][] dailyReturns, int lookback) {
    return CorrelationStress.of(
        IntStream.range(0, dailyReturns.length)
            .filter(pod -> pods.get(pod).isActive())
            .mapToObj(pod -> last(dailyReturns[pod], lookback))
            .toArray(double[][]::new));
  }

  private static double[] last(double[] days, int lookback) {
    return Arrays.copyOfRange(days, Math.max(0, days.length - lookback), days.length);
  }

  private static void fill(double[] shares, int[] pods, double[] weights, double[][] covariance) {
    double[] judged = Arrays.stream(pods).mapToDouble(pod -> weights[pod]).toArray();
    double[] known = RiskContributions.of(judged, covariance).shares();
    for (int i = 0; i < pods.length; i++) {
      shares[pods[i]] = known[i];
    }
  }

  private static int varying(double[][] covariance) {
    int varying = 0;
    for (int i = 0; i < covariance.length; i++) {
      varying += covariance[i][i] > NO_VARIANCE ? 1 : 0;
    }
    return varying;
  }
}
