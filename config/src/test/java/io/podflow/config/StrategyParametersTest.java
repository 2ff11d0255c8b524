package io.podflow.config;

import static io.podflow.config.TestConfigs.ONE_POD;
import static io.podflow.config.TestConfigs.messages;
import static io.podflow.config.TestConfigs.parse;
import static io.podflow.config.TestConfigs.pod;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podflow.api.StrategyProvider;
import io.podflow.domain.strategy.StrategyCatalogue;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("V1")
class StrategyParametersTest {

  @Test
  void absentParametersStandAtTheirDefaults() {
    assertThat(parse(ONE_POD).orThrow().orchestrator().pods().get(0).strategyParams())
        .isEqualTo(Map.of("lookback", 60, "target", 0.35, "features", "relative"));
    assertThat(
            parse(pod("strategy_params: {lookback: 30}"))
                .orThrow()
                .orchestrator()
                .pods()
                .get(0)
                .strategyParams())
        .isEqualTo(Map.of("lookback", 30, "target", 0.35, "features", "relative"));
  }

  @Test
  void refusesAnUnknownParameter() {
    assertThat(messages(pod("strategy_params:", "  look_back: 30")))
        .containsExactly(
            "test.yaml:7: orchestrator.pods.0.strategy_params.look_back: 30"
                + " (not a parameter of fake; nearest known: lookback)");
  }

  @Test
  void refusesAParameterOutOfBounds() {
    assertThat(messages(pod("strategy_params: {lookback: 4, target: 0}")))
        .containsExactly(
            "test.yaml:6: orchestrator.pods.0.strategy_params.lookback: 4"
                + " (must be a whole number in [5, 500])",
            "test.yaml:6: orchestrator.pods.0.strategy_params.target: 0"
                + " (must be a number in (0, 1])");
  }

  @Test
  void refusesAWholeParameterWithAPointAndATextualOne() {
    assertThat(messages(pod("strategy_params: {lookback: 30.0}"))).hasSize(1);
    assertThat(messages(pod("strategy_params: {target: '0.3'}"))).hasSize(1);
    assertThat(messages(pod("strategy_params: {target: [0.3]}"))).hasSize(1);
    assertThat(messages(pod("strategy_params: {target: null}"))).hasSize(1);
    assertThat(messages(pod("strategy_params: {target: .nan}"))).hasSize(1);
  }

  @Test
  @Tag("EV6")
  void aWordHasToBeOneOfThoseThatTheParameterKnows() {
    assertThat(messages(pod("strategy_params: {features: original}"))).isEmpty();
    assertThat(messages(pod("strategy_params: {features: absolute}")))
        .containsExactly(
            "test.yaml:6: orchestrator.pods.0.strategy_params.features: absolute"
                + " (must be one of relative, original)");
    assertThat(messages(pod("strategy_params: {features: 1}"))).hasSize(1);
    assertThat(messages(pod("strategy_params: {lookback: relative}"))).hasSize(1);
  }

  @Test
  void refusesWhatTheStrategyRefuses() {
    assertThat(messages(pod("strategy_params: {lookback: 7}")))
        .containsExactly(
            "test.yaml:6: orchestrator.pods.0.strategy_params: (lookback must not be 7)");
  }

  @Test
  void parametersOfAStrategyThatIsNotInstalledPass() {
    String text =
        pod("strategy_params: {lookback: 4, nested: {x: [1, 2]}}").replace("fake", "other");

    assertThat(parse(text).orThrow().orchestrator().pods().get(0).strategyParams())
        .containsOnlyKeys("lookback", "nested");
  }

  @Test
  void refusesTwoProvidersOfOneName() {
    StrategyProvider fake = TestConfigs.fake();

    assertThatThrownBy(() -> StrategyCatalogue.of(fake, fake))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'fake' is provided twice");
  }
}
