package io.podflow.domain.capital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.settings.CapitalMethod;
import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.settings.TurnoverSettings;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From method weights to fractions; equal weight, so that every number is plain. */
class CapitalRebalanceTest {

  private static final double[][] NO_RETURNS = new double[3][0];

  private final CapitalSettings settings = CapitalSettings.of(CapitalMethod.EQUAL_WEIGHT);

  @Test
  @Tag("A1")
  @Tag("L1")
  void eachStepIsReported() {
    RebalanceOutcome outcome =
        rebalance(
            new double[] {0.1, 0.3, 0.3},
            LifecycleState.PRODUCTION,
            LifecycleState.INCUBATION,
            LifecycleState.PRODUCTION);
    assertThat(outcome.methodWeights()).containsOnly(1 / 3.0);
    assertThat(outcome.lifecycleWeights()).containsExactly(1 / 3.0, 0.25, 1 / 3.0);
    assertThat(outcome.fractions())
        .containsExactly(new double[] {0.2, 0.25, 1 / 3.0}, within(1e-15));
    assertThat(outcome.applied()).containsOnly(true);
  }

  @Test
  @Tag("A1")
  void aStepDownTheLifecycleIsLimitedToo() {
    RebalanceOutcome outcome =
        rebalance(
            new double[] {0.3, 0.3, 0.3},
            LifecycleState.PROBATION,
            LifecycleState.PRODUCTION,
            LifecycleState.PRODUCTION);
    assertThat(outcome.lifecycleWeights()[0]).isEqualTo(0.05);
    assertThat(outcome.fractions()[0]).isCloseTo(0.2, within(1e-15));
  }

  @Test
  @Tag("A3")
  void aRetiredPodIsAppliedAtOnceAlsoWhenTheRestIsTooSmall() {
    double[] shares = {0.4, 0.495, 0.504};
    RebalanceOutcome outcome =
        rebalance(
            shares, LifecycleState.RETIRED, LifecycleState.PRODUCTION, LifecycleState.PRODUCTION);
    assertThat(outcome.lifecycleWeights()).containsExactly(0, 0.5, 0.5);
    assertThat(outcome.fractions()).containsExactly(0, 0.495, 0.504);
    assertThat(outcome.applied()).containsExactly(true, false, false);
  }

  @Test
  @Tag("L4")
  void movesThatSumToTheMinimumAreApplied() {
    double[] shares = {0, 0.5 - 1.0 / 64, 0.5};
    settings.with("minRebalanceTurnover", 1.0 / 64);
    LifecycleState[] states = {
      LifecycleState.RETIRED, LifecycleState.PRODUCTION, LifecycleState.PRODUCTION
    };
    assertThat(rebalance(shares, states).fractions()).containsExactly(0, 0.5, 0.5);
    assertThat(rebalance(shares, states).applied()).containsOnly(true);
    settings.with("minRebalanceTurnover", 1.0 / 63);
    assertThat(rebalance(shares, states).fractions()).containsExactly(shares);
  }

  @Test
  @Tag("L4")
  void movesThatEqualTheMinimumOnPaperAreApplied() {
    LifecycleState[] states = {
      LifecycleState.PRODUCTION, LifecycleState.PRODUCTION, LifecycleState.RETIRED
    };
    double[] shares = {0.49, 0.49, 0};
    settings.with("minRebalanceTurnover", 2 * (0.5 - 0.49) + 1e-15);
    assertThat(rebalance(shares, states).applied()).containsOnly(true);
    settings.with("minRebalanceTurnover", 2 * (0.5 - 0.49) + 1e-9);
    assertThat(rebalance(shares, states).applied()).containsExactly(false, false, true);
  }

  @Test
  @Tag("A2")
  void theMinimumIsMeasuredOnWhatTheLimitsLeave() {
    settings
        .with("minRebalanceTurnover", 0.05)
        .with("turnoverConstraint", new TurnoverSettings(0.1, 0.04));
    double[] shares = {0.1, 0.1, 0.1};
    RebalanceOutcome outcome =
        rebalance(
            shares,
            LifecycleState.PRODUCTION,
            LifecycleState.PRODUCTION,
            LifecycleState.PRODUCTION);
    assertThat(outcome.fractions()).containsExactly(shares);
    assertThat(outcome.applied()).containsOnly(false);
  }

  private RebalanceOutcome rebalance(double[] shares, LifecycleState... states) {
    List<PodCapital> pods =
        Arrays.stream(states).map(state -> new PodCapital(0.25, 0.05, 0.6, state, 90, 0)).toList();
    return new CapitalRebalance(settings.build())
        .rebalance(new CapitalInputs(pods, NO_RETURNS, shares, Double.NaN));
  }
}
