package io.podflow.domain.capital;

import io.podflow.domain.allocation.EqualWeight;
import io.podflow.domain.allocation.InverseVolatility;
import io.podflow.domain.allocation.RiskParity;
import io.podflow.domain.allocation.Shrinkage;
import io.podflow.domain.allocation.VolatilityFloor;
import io.podflow.domain.settings.CapitalMethod;
import io.podflow.domain.settings.Covariance;
import io.podflow.domain.settings.OrchestratorSettings;
import java.util.Arrays;
import java.util.List;

/**
 * Shares capital between pods (requirement L1): the configured method over the active pods, pulled
 * towards equal weights where that is configured, then what each pod's lifecycle state leaves of
 * it.
 *
 * <p>An active pod of which half of the window or more is missing gets method weight 0, and one
 * without an estimate the mean of the others (decision EV2); equal, for the pull, is equal among
 * those that get something, so that a pull of 1 is the method {@code equal_weight}. While no pod
 * can be judged, all active ones get the same. Weights that sum to less than 1 leave cash; only a
 * sum above 1, which floors can cause, is scaled down (decision CA7), and may undercut them.
 */
public final class CapitalAllocator {

  private final CapitalMethod method;
  private final int lookback;
  private final AdaptiveKelly kelly;
  private final RollingSharpe rollingSharpe;
  private final Covariance estimator;
  private final double weightShrinkage;
  private final VolatilityFloor floor;

  public CapitalAllocator(OrchestratorSettings settings) {
    this.method = settings.allocationMethod();
    this.lookback =
        method == CapitalMethod.ROLLING_SHARPE
            ? Math.max(settings.correlationLookback(), settings.rollingSharpe().lookback())
            : settings.correlationLookback();
    this.kelly = new AdaptiveKelly(settings);
    this.rollingSharpe = new RollingSharpe(settings.rollingSharpe());
    this.estimator = settings.covariance();
    this.weightShrinkage = settings.weightShrinkage();
    this.floor = new VolatilityFloor(settings.volatilityFloor());
  }

  /** Days that the method looks back on. */
  int lookback() {
    return lookback;
  }

  /**
   * Weights of all pods.
   *
   * @param pods in configured order
   * @param dailyReturns by pod, then by UTC day, oldest first, all of the same length; NaN where a
   *     pod has no return. Only the last {@link #lookback} days are used
   */
  public CapitalWeights weights(List<PodCapital> pods, double[][] dailyReturns) {
    double[] wanted = methodWeights(pods, dailyReturns);
    double[] clamped = new double[wanted.length];
    double sum = 0;
    for (int i = 0; i < clamped.length; i++) {
      clamped[i] = pods.get(i).clamp(wanted[i]);
      sum += clamped[i];
    }
    if (sum > 1) {
      for (int i = 0; i < clamped.length; i++) {
        clamped[i] /= sum;
      }
    }
    return new CapitalWeights(wanted, clamped);
  }

  private double[] methodWeights(List<PodCapital> pods, double[][] dailyReturns) {
    int[] active = activePositions(pods);
    double[] weights = new double[pods.size()];
    if (active.length == 0) {
      return weights;
    }
    if (active.length == 1) {
      weights[active[0]] = pods.get(active[0]).initialFraction();
      return weights;
    }
    ReturnTable table = ReturnTable.of(pods, dailyReturns, lookback, floor);
    if (table.pods().length == 0) {
      for (int pod : active) {
        weights[pod] = 1.0 / active.length;
      }
      return weights;
    }
    double[] shares =
        Shrinkage.towardsEqual(shares(table, meanLiveDays(pods, active)), weightShrinkage);
    return table.spread(shares, pods.size());
  }

  private double[] shares(ReturnTable table, int liveDays) {
    return switch (method) {
      case EQUAL_WEIGHT -> EqualWeight.of(table.pods().length);
      case INVERSE_VOLATILITY -> InverseVolatility.weights(table.deviations(), table.floors());
      case RISK_PARITY -> RiskParity.weights(AnnualCovariance.of(table, estimator));
      case ADAPTIVE_KELLY -> kelly.weights(table, liveDays);
      case ROLLING_SHARPE -> rollingSharpe.weights(table);
    };
  }

  private static int[] activePositions(List<PodCapital> pods) {
    int[] positions = new int[pods.size()];
    int count = 0;
    for (int i = 0; i < pods.size(); i++) {
      if (pods.get(i).isActive()) {
        positions[count++] = i;
      }
    }
    return Arrays.copyOf(positions, count);
  }

  private static int meanLiveDays(List<PodCapital> pods, int[] active) {
    long sum = 0;
    for (int pod : active) {
      sum += pods.get(pod).knownOrAssumedLiveDays();
    }
    return (int) (sum / active.length);
  }
}
