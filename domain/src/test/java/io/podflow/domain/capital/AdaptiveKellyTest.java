package io.podflow.domain.capital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.settings.CapitalMethod;
import io.podflow.domain.settings.LifecycleState;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where the bet leaves cash, which the golden cases never do (decisions CA8, FP20). */
@Tag("L1")
class AdaptiveKellyTest {

  /** Two uncorrelated pods with a daily deviation of 5 % around these daily means. */
  private static double[][] returns(double first, double second) {
    int days = 80;
    double[][] returns = new double[2][days];
    double scale = 0.05 * Math.sqrt((days - 1.0) / days);
    for (int day = 0; day < days; day++) {
      returns[0][day] = first + scale * (day % 2 == 0 ? 1 : -1);
      returns[1][day] = second + scale * (day % 4 < 2 ? 1 : -1);
    }
    return returns;
  }

  private static double[] weights(double fraction, int liveDays, double[][] returns) {
    PodCapital pod = new PodCapital(0.5, 0, 1, LifecycleState.PRODUCTION, liveDays, 0);
    CapitalSettings settings =
        CapitalSettings.of(CapitalMethod.ADAPTIVE_KELLY).with("kellyFraction", fraction);
    return new CapitalAllocator(settings.build()).weights(List.of(pod, pod), returns).method();
  }

  @Test
  void aSmallEdgeLeavesCash() {
    // mean / variance = 0.0005 / 0.0025 = 0.2, a quarter of it is bet
    assertThat(weights(0.25, 180, returns(0.0005, 0.001)))
        .containsExactly(new double[] {0.05, 0.1}, within(1e-12));
  }

  @Test
  void theFractionScalesABetThatFits() {
    assertThat(weights(0.5, 180, returns(0.0005, 0.001)))
        .containsExactly(new double[] {0.1, 0.2}, within(1e-12));
    assertThat(weights(1, 180, returns(0.0005, 0.001)))
        .containsExactly(new double[] {0.2, 0.4}, within(1e-12));
  }

  @Test
  void aBetAboveOneIsScaledToOne() {
    assertThat(weights(1, 180, returns(0.005, 0.01)))
        .containsExactly(new double[] {1 / 3.0, 2 / 3.0}, within(1e-12));
  }

  @Test
  void aLosingPodGetsNoBet() {
    assertThat(weights(0.5, 400, returns(-0.001, 0.001)))
        .containsExactly(new double[] {0, 0.2}, within(1e-12));
  }

  @Test
  void theTrackRecordBlendsRiskParityWithTheBet() {
    // equal volatilities: risk parity is a half each
    assertThat(weights(0.25, 0, returns(0.0005, 0.001)))
        .containsExactly(new double[] {0.5, 0.5}, within(1e-9));
    assertThat(weights(0.25, 45, returns(0.0005, 0.001)))
        .containsExactly(
            new double[] {0.75 * 0.5 + 0.25 * 0.05, 0.75 * 0.5 + 0.25 * 0.1}, within(1e-9));
  }

  @Test
  void withoutPositiveMeanOnlyTheShareOfRiskParityIsLeft() {
    assertThat(weights(0.25, 90, returns(-0.001, 0)))
        .containsExactly(new double[] {0.25, 0.25}, within(1e-9));
    assertThat(weights(0.25, 180, returns(-0.001, -0.002))).containsOnly(0);
  }

  @Test
  void aMeanOfExactlyZeroIsNoEdge() {
    double[] level = new double[80];
    double[] falling = new double[80];
    for (int day = 0; day < 80; day++) {
      level[day] = day % 2 == 0 ? 0.05 : -0.05;
      falling[day] = level[day] / 2 - 0.001 * (1 + day % 3);
    }
    // hedged with the falling pod, which moves alike, the level one would seem to be worth a bet
    assertThat(weights(0.25, 180, new double[][] {level, falling})).containsOnly(0);
  }

  @Test
  void theMeanTrackRecordIsWholeDaysOfActivePods() {
    double[][] returns = returns(0.0005, 0.001);
    double[] daily = returns[0].clone();
    List<PodCapital> pods =
        List.of(
            pod(LifecycleState.PRODUCTION, 90),
            pod(LifecycleState.PRODUCTION, 91),
            pod(LifecycleState.RETIRED, 9000));
    double[] weights =
        new CapitalAllocator(CapitalSettings.of(CapitalMethod.ADAPTIVE_KELLY).build())
            .weights(pods, new double[][] {returns[0], returns[1], daily})
            .method();
    assertThat(Arrays.copyOf(weights, 2)).containsExactly(weights(0.25, 90, returns), within(0.0));
  }

  @Test
  void anUnknownTrackRecordIsAssumedByState() {
    double[] weights =
        new CapitalAllocator(CapitalSettings.of(CapitalMethod.ADAPTIVE_KELLY).build())
            .weights(
                List.of(pod(LifecycleState.PRODUCTION, -1), pod(LifecycleState.PROBATION, -1)),
                returns(0.0005, 0.001))
            .method();
    assertThat(weights).containsExactly(weights(0.25, 120, returns(0.0005, 0.001)), within(0.0));
  }

  @Test
  void twinsAreSolvedWithARidge() {
    double[][] twins = {returns(0.0005, 0)[0], returns(0.0005, 0)[0]};
    double[] weights = weights(0.25, 180, twins);
    assertThat(weights[0]).isCloseTo(weights[1], within(1e-9)).isCloseTo(0.025, within(1e-6));
  }

  private static PodCapital pod(LifecycleState state, int liveDays) {
    return new PodCapital(0.5, 0, 1, state, liveDays, 0);
  }
}
