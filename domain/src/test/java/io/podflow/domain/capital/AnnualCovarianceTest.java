package io.podflow.domain.capital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.allocation.SampleCovariance;
import io.podflow.domain.allocation.VolatilityFloor;
import io.podflow.domain.settings.Covariance;
import io.podflow.domain.settings.LifecycleState;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CA10")
class AnnualCovarianceTest {

  private static double[][] of(double[]... returns) {
    PodCapital pod = new PodCapital(0.5, 0, 1, LifecycleState.PRODUCTION, 90, 0);
    List<PodCapital> pods = Collections.nCopies(returns.length, pod);
    return AnnualCovariance.of(
        ReturnTable.of(pods, returns, 60, VolatilityFloor.OFF), Covariance.SAMPLE);
  }

  @Test
  void threeDaysAreEnough() {
    double[] a = {0.01, -0.02, 0.03};
    double[] b = {-0.01, 0.01, 0.02};
    assertThat(of(a, b)[0][1])
        .isCloseTo(365 * SampleCovariance.of(new double[][] {a, b})[0][1], within(1e-15))
        .isNotZero();
  }

  @Test
  void withTwoDaysAllPodsAreAlikeAndUncorrelated() {
    double[][] covariance = of(new double[] {0.01, -0.02}, new double[] {-0.01, 0.05});
    assertThat(covariance[0][0]).isEqualTo(covariance[1][1]).isPositive();
    assertThat(covariance[0][1]).isZero();
  }

  @Test
  void podsThatAreNearlyTwinsGetARidge() {
    double[] pod = new double[60];
    double[] twin = new double[60];
    for (int day = 0; day < pod.length; day++) {
      pod[day] = day % 2 == 0 ? 0.05 : -0.05;
      twin[day] = pod[day] + (day % 4 < 2 ? 1e-7 : -1e-7);
    }
    double variance = 365 * SampleCovariance.of(new double[][] {pod, twin})[0][0];
    assertThat(of(pod, twin)[0][0]).isCloseTo(variance + 1e-6, within(1e-12));
  }

  @Test
  void podsThatDifferGetNoRidge() {
    double[] pod = new double[60];
    double[] other = new double[60];
    for (int day = 0; day < pod.length; day++) {
      pod[day] = day % 2 == 0 ? 0.05 : -0.05;
      other[day] = pod[day] + (day % 4 < 2 ? 1e-5 : -1e-5);
    }
    double variance = 365 * SampleCovariance.of(new double[][] {pod, other})[0][0];
    assertThat(of(pod, other)[0][0]).isCloseTo(variance, within(1e-12));
  }
}
