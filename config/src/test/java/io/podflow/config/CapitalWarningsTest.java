package io.podflow.config;

import static io.podflow.config.TestConfigs.ONE_POD;
import static io.podflow.config.TestConfigs.parse;
import static io.podflow.config.TestConfigs.pod;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Remarks about pods that hold whatever happens, and about capital that nobody takes. */
@Tag("V1")
@Tag("EV5")
class CapitalWarningsTest {

  private static final String WHOLE = "initial_fraction: 1";
  private static final String ALL = "max_fraction: 1";
  private static final String HOLDS = "strategy_params: {lookback: 9}";

  private static List<String> warnings(String text) {
    return parse(text).warnings();
  }

  private static String pods(int count, String fractions) {
    StringBuilder text = new StringBuilder("orchestrator:\n  pods:\n");
    for (int i = 0; i < count; i++) {
      text.append("  - {pod_id: p")
          .append(i)
          .append(", strategy_name: fake, symbols: [BTC/USDT], ");
      text.append(fractions).append("}\n");
    }
    return text.toString();
  }

  @Test
  void aStrategyThatIsAlwaysInvestedAndALifecycleDoNotGoTogether() {
    assertThat(warnings(pod(WHOLE, ALL, HOLDS)))
        .containsExactly(
            "orchestrator.pods.0.strategy_name: fake is invested at every close, so the pod never"
                + " leaves the market on its own and orchestrator.retirement.max_drawdown_breach,"
                + " 0.25, retires it sooner or later; expected: lifecycle: {enabled: false} in the"
                + " pod");
    assertThat(warnings(pod(WHOLE, ALL))).as("a strategy of another property").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lifecycle: {enabled: false}",
        "system_stop_loss: 0.1",
        "use_trailing_stop: true",
        "asset_selector: {enabled: true}"
      })
  void whatTakesThePodOutOrKeepsItInEndsTheRemark(String line) {
    assertThat(warnings(pod(WHOLE, ALL, HOLDS, line))).isEmpty();
  }

  @Test
  void aLifecycleThatIsOffForAllIsOffForThePod() {
    String off = "  lifecycle: {enabled: false}\n";

    assertThat(warnings(pod(WHOLE, ALL, HOLDS) + off)).isEmpty();
    assertThat(warnings(pod(WHOLE, ALL, HOLDS, "lifecycle: {enabled: true}") + off)).hasSize(1);
  }

  @Test
  void aLimitThatNothingReachesRetiresNobody() {
    assertThat(warnings(pod(WHOLE, ALL, HOLDS) + "  retirement: {max_drawdown_breach: 1}\n"))
        .isEmpty();
  }

  @Test
  void aPodThatIsAloneKeepsItsInitialFraction() {
    assertThat(warnings(ONE_POD))
        .containsExactly(
            "orchestrator.pods: a pod that is alone keeps its initial_fraction, 10.0 % of the"
                + " capital, and the rest lies idle; expected: initial_fraction: 1 and"
                + " max_fraction: 1");
    assertThat(warnings(pod("initial_fraction: 0.49", ALL))).hasSize(1);
    assertThat(warnings(pod("initial_fraction: 0.5", ALL))).isEmpty();
  }

  @Test
  void podsThatLeaveMoreThanHalfIdleAreMentioned() {
    String few = "initial_fraction: 0.1, max_fraction: %s, min_fraction: 0";

    assertThat(warnings(pods(3, few.formatted(0.15))))
        .containsExactly(
            "orchestrator.pods: all pods together begin with 30.0 % of the capital and never have"
                + " more than 45.0 %, and the rest lies idle; expected: a larger initial_fraction"
                + " and max_fraction");
    assertThat(warnings(pods(3, few.formatted(0.4))))
        .containsExactly(
            "orchestrator.pods: all pods together begin with 30.0 % of the capital, and the rest"
                + " lies idle; expected: a larger initial_fraction");
    assertThat(warnings(pods(5, few.formatted(0.1)))).as("a sum of one half").isEmpty();
  }
}
