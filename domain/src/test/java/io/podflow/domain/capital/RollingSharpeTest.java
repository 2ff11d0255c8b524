package io.podflow.domain.capital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.settings.CapitalMethod;
import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.settings.RollingSharpeSettings;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pods whose returns jump around their mean by as much every day, so that ratios are plain. */
@Tag("L1")
class RollingSharpeTest {

  private int lookback = 30;
  private double minWeight = 0.05;

  /** Daily returns with this mean and a deviation in proportion to {@code jump}. */
  private static double[] pod(double mean, double jump) {
    double[] returns = new double[40];
    Arrays.setAll(returns, day -> mean + (day % 2 == 0 ? jump : -jump));
    return returns;
  }

  private double[] weights(double[]... returns) {
    PodCapital pod = new PodCapital(0.2, 0, 1, LifecycleState.PRODUCTION, 90, 0);
    CapitalSettings settings =
        CapitalSettings.of(CapitalMethod.ROLLING_SHARPE)
            .with("rollingSharpe", new RollingSharpeSettings(lookback, minWeight));
    return new CapitalAllocator(settings.build())
        .weights(Collections.nCopies(returns.length, pod), returns)
        .method();
  }

  @Test
  void sharesAreInProportionToTheRatio() {
    assertThat(weights(pod(0.001, 0.01), pod(0.003, 0.01), pod(0.002, 0.02)))
        .containsExactly(new double[] {0.2, 0.6, 0.2}, within(1e-12));
  }

  @Test
  void aPodWithoutAPositiveRatioGetsTheSmallestWeight() {
    assertThat(weights(pod(0.001, 0.01), pod(-0.003, 0.01), pod(0.002, 0.01), pod(0, 0.01)))
        .containsExactly(new double[] {0.3, 0.05, 0.6, 0.05}, within(1e-12));
    minWeight = 0;
    assertThat(weights(pod(0.001, 0.01), pod(-0.003, 0.01)))
        .containsExactly(new double[] {1, 0}, within(1e-12));
  }

  @Test
  void returnsThatNeverMoveHaveNoRatio() {
    assertThat(weights(pod(0.001, 0.01), pod(0.003, 0)))
        .containsExactly(new double[] {0.95, 0.05}, within(1e-12));
  }

  @Test
  void withoutAnyPositiveRatioAllGetTheSame() {
    assertThat(weights(pod(-0.001, 0.01), pod(-0.003, 0.01), pod(0, 0.01))).containsOnly(1 / 3.0);
  }

  @Test
  void fewerThanFiveDaysAreTooFew() {
    double[] good = {0.01, 0.02, 0.01, 0.02};
    double[] bad = {-0.01, -0.02, -0.01, -0.02};
    assertThat(weights(good, bad)).containsOnly(0.5);
    double[] longer = {0.01, 0.02, 0.01, 0.02, 0.01};
    assertThat(weights(longer, new double[5]))
        .containsExactly(new double[] {0.95, 0.05}, within(1e-12));
  }

  @Test
  void onlyItsOwnLookBackCounts() {
    double[] turned = pod(-0.001, 0.01);
    for (int day = 30; day < 40; day++) {
      turned[day] += 0.003;
    }
    lookback = 10;
    assertThat(weights(turned, pod(0.002, 0.01)))
        .containsExactly(new double[] {0.5, 0.5}, within(1e-12));
    lookback = 40;
    assertThat(weights(turned, pod(0.002, 0.01)))
        .containsExactly(new double[] {0.05, 0.95}, within(1e-12));
  }

  @Test
  void whoCannotBeJudgedGetsNothing() {
    double[] young = pod(0.001, 0.01);
    Arrays.fill(young, 0, 25, Double.NaN);
    assertThat(weights(pod(0.001, 0.01), young, pod(0.001, 0.01)))
        .containsExactly(new double[] {0.5, 0, 0.5}, within(1e-12));
  }

  @Test
  void theHistoryThatItNeedsIsItsOwn() {
    CapitalSettings settings =
        CapitalSettings.of(CapitalMethod.ROLLING_SHARPE)
            .with("rollingSharpe", new RollingSharpeSettings(200, 0.05));
    assertThat(new CapitalRebalance(settings.build()).historyDays()).isEqualTo(200);
    settings.with("allocationMethod", CapitalMethod.RISK_PARITY);
    assertThat(new CapitalRebalance(settings.build()).historyDays()).isEqualTo(90);
  }
}
