package io.podflow.domain.capital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.settings.TurnoverSettings;
import io.podflow.domain.testing.Shared;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The golden turnover cases, and one example per requirement. */
class TurnoverLimitTest {

  private static final TurnoverLimit DEFAULT = new TurnoverLimit(new TurnoverSettings(0.1, 0.3));

  @TestFactory
  @Tag("A1")
  @Tag("A2")
  @Tag("A3")
  Stream<DynamicTest> golden() {
    return Shared.cases("turnover.json")
        .map(c -> DynamicTest.dynamicTest(c.path("name").asText(), () -> assertLimited(c)));
  }

  @Test
  @Tag("A1")
  void aPodMovesATenthAtMost() {
    assertThat(DEFAULT.limit(production(1), new double[] {0.25}, new double[] {0.45}))
        .containsExactly(new double[] {0.35}, within(1e-15));
    assertThat(DEFAULT.limit(production(1), new double[] {0.25}, new double[] {0.05}))
        .containsExactly(new double[] {0.15}, within(1e-15));
  }

  @Test
  @Tag("A2")
  void allTogetherMoveThreeTenthsAtMost() {
    assertThat(
            DEFAULT.limit(
                production(4),
                new double[] {0.1, 0.4, 0.1, 0.4},
                new double[] {0.18, 0.2, 0.9, 0.1}))
        .containsExactly(
            new double[] {
              0.1 + 0.024 / 0.38, 0.4 - 0.03 / 0.38, 0.1 + 0.03 / 0.38, 0.4 - 0.03 / 0.38
            },
            within(1e-15));
  }

  @Test
  @Tag("A3")
  void aRetiredPodGoesToZeroAndTakesNoBudget() {
    LifecycleState[] states = production(4);
    states[0] = LifecycleState.RETIRED;
    assertThat(
            DEFAULT.limit(
                states, new double[] {0.4, 0.1, 0.2, 0.2}, new double[] {0.3, 0.2, 0.1, 0.3}))
        .containsExactly(new double[] {0, 0.2, 0.1, 0.3}, within(1e-15));
  }

  @Test
  void risesShrinkUntilTheSumFits() {
    assertThat(
            DEFAULT.limit(
                production(3), new double[] {0.8, 0.1, 0.1}, new double[] {0.4, 0.3, 0.2}))
        .containsExactly(new double[] {0.7, 0.15, 0.15}, within(1e-15));
  }

  @Test
  void sharesBeyondTheWholeAreBroughtBack() {
    assertThat(DEFAULT.limit(production(2), new double[] {0.9, 0.6}, new double[] {0.9, 0.6}))
        .containsExactly(new double[] {0.6, 0.4}, within(1e-15));
  }

  @Test
  void sharesBeyondTheWholeGiveUpTheirRisesBeforeTheyAreScaled() {
    assertThat(DEFAULT.limit(production(2), new double[] {0.7, 0.5}, new double[] {0.8, 0.5}))
        .containsExactly(new double[] {0.7 / 1.2, 0.5 / 1.2}, within(1e-15));
  }

  @Test
  void withoutLimitsOnlyRetirementCounts() {
    LifecycleState[] states = production(2);
    states[1] = LifecycleState.RETIRED;
    assertThat(
            new TurnoverLimit(null).limit(states, new double[] {0.1, 0.5}, new double[] {0.9, 0.1}))
        .containsExactly(0.9, 0);
  }

  private static LifecycleState[] production(int count) {
    return Stream.generate(() -> LifecycleState.PRODUCTION)
        .limit(count)
        .toArray(LifecycleState[]::new);
  }

  private static void assertLimited(JsonNode c) {
    JsonNode input = c.path("input");
    JsonNode constraint = input.path("constraint");
    TurnoverLimit limit =
        new TurnoverLimit(
            new TurnoverSettings(
                constraint.path("max_pod_turnover_per_rebalance").asDouble(),
                constraint.path("max_total_turnover_per_rebalance").asDouble()));
    LifecycleState[] states =
        pods(c)
            .map(pod -> LifecycleState.valueOf(pod.path("state").asText()))
            .toArray(LifecycleState[]::new);
    double[] previous = pods(c).mapToDouble(pod -> pod.path("current").asDouble()).toArray();
    assertThat(limit.limit(states, previous, byPod(c, input.path("targets"))))
        .containsExactly(byPod(c, c.path("expected").path("weights")), within(1e-12));
  }

  private static double[] byPod(JsonNode c, JsonNode values) {
    return pods(c)
        .mapToDouble(pod -> values.path(pod.path("pod_id").asText()).asDouble(0))
        .toArray();
  }

  private static Stream<JsonNode> pods(JsonNode c) {
    return StreamSupport.stream(c.path("input").path("pods").spliterator(), false);
  }
}
