package io.podflow.domain.capital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.allocation.ReturnSamples;
import io.podflow.domain.settings.CapitalMethod;
import io.podflow.domain.settings.LifecycleState;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The staged roll-out of the design: equal weight, after 90 days inverse volatility, after 180 days
 * adaptive Kelly. Pods, returns and shares go through both changes as they are.
 */
@Tag("G1")
class MethodByConfigurationTest {

  private static final int PODS = 3;

  private final double[][] history = ReturnSamples.series(new Random(11), PODS, 270, 0.3, 8);

  @Test
  void onlyTheConfigurationChanges() {
    double[] equal = settled(CapitalMethod.EQUAL_WEIGHT, 90, new double[] {0.2, 0.2, 0.2});
    assertThat(equal).containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-12));

    double[] byVolatility = settled(CapitalMethod.INVERSE_VOLATILITY, 180, equal);
    assertThat(byVolatility).containsExactly(inverseVolatility(180), within(1e-9));

    double[] byKelly = settled(CapitalMethod.ADAPTIVE_KELLY, 270, byVolatility);
    assertThat(byKelly).isNotEqualTo(byVolatility);
    assertThat(Arrays.stream(byKelly).sum()).isLessThanOrEqualTo(1 + 1e-12);
  }

  @Test
  void theFirstRebalanceUnderANewMethodKeepsTheTurnoverLimits() {
    double[] before = {0.8, 0.1, 0.1};
    for (CapitalMethod method : CapitalMethod.values()) {
      double[] after = rebalance(method, 180, before).fractions();
      double[] moves = new double[PODS];
      Arrays.setAll(moves, pod -> Math.abs(after[pod] - before[pod]));
      assertThat(Arrays.stream(moves).sum()).isLessThanOrEqualTo(0.3 + 1e-12);
      assertThat(Arrays.stream(moves).max().orElseThrow()).isLessThanOrEqualTo(0.1 + 1e-12);
    }
  }

  /** Rebalances on the same day until nothing is left to move. */
  private double[] settled(CapitalMethod method, int day, double[] shares) {
    double[] settled = shares;
    for (int i = 0; i < 20; i++) {
      settled = rebalance(method, day, settled).fractions();
    }
    return settled;
  }

  private RebalanceOutcome rebalance(CapitalMethod method, int day, double[] shares) {
    PodCapital pod = new PodCapital(0.2, 0.01, 0.98, LifecycleState.PRODUCTION, day, 0);
    double[][] known =
        Arrays.stream(history).map(all -> Arrays.copyOf(all, day)).toArray(double[][]::new);
    CapitalSettings settings = CapitalSettings.of(method).with("minRebalanceTurnover", 0.0);
    return new CapitalRebalance(settings.build())
        .rebalance(new CapitalInputs(List.of(pod, pod, pod), known, shares, Double.NaN));
  }

  private double[] inverseVolatility(int day) {
    double[] inverse =
        Arrays.stream(history)
            .map(all -> Arrays.copyOfRange(all, day - 90, day))
            .mapToDouble(MethodByConfigurationTest::inverseDeviation)
            .toArray();
    double sum = Arrays.stream(inverse).sum();
    return Arrays.stream(inverse).map(value -> value / sum).toArray();
  }

  private static double inverseDeviation(double[] returns) {
    double mean = Arrays.stream(returns).average().orElseThrow();
    double squares = Arrays.stream(returns).map(r -> (r - mean) * (r - mean)).sum();
    return 1 / Math.sqrt(squares / (returns.length - 1));
  }
}
