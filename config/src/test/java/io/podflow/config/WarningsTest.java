package io.podflow.config;

import static io.podflow.config.TestConfigs.ONE_POD;
import static io.podflow.config.TestConfigs.orchestrator;
import static io.podflow.config.TestConfigs.parse;
import static io.podflow.config.TestConfigs.pod;
import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.settings.LifecycleState;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("V1")
class WarningsTest {

  /** Without the remark on a pod that is alone, which every configuration here has. */
  private static List<String> warnings(String text) {
    return parse(text).warnings().stream()
        .filter(line -> !line.startsWith("orchestrator.pods: a pod that is alone"))
        .toList();
  }

  @Test
  void whatIsPlainIsNotRemarkedOn() {
    assertThat(warnings(ONE_POD)).isEmpty();
  }

  @Test
  void historyThatNobodyReadsIsMentioned() {
    String history = orchestrator("live: {history: sample}");

    assertThat(warnings(history))
        .singleElement()
        .asString()
        .startsWith("orchestrator.live.history: nothing is read from there");
    assertThat(warnings("backtest: {warmup_days: 90}\n" + history)).isEmpty();
  }

  @ParameterizedTest
  @Tag("EV4")
  @ValueSource(
      strings = {
        "max_portfolio_drawdown",
        "daily_loss_limit",
        "max_gross_leverage",
        "max_single_pod_risk_pct",
        "correlation_stress_threshold",
        "netting_offset_warning_threshold"
      })
  void aLimitThatIsTurnedOffIsMentioned(String key) {
    assertThat(warnings(orchestrator(key + ": null")))
        .containsExactly(
            "orchestrator."
                + key
                + ": null turns this limit off; leave the key out for the default limit");
  }

  @Test
  @Tag("EV4")
  void theCapOnVolatilityIsOffByDefault() {
    assertThat(warnings(orchestrator("max_portfolio_volatility: null"))).isEmpty();
    assertThat(parse(ONE_POD).orThrow().orchestrator().maxPortfolioVolatility()).isNull();
    assertThat(
            parse(orchestrator("max_portfolio_volatility: 10"))
                .orThrow()
                .orchestrator()
                .maxPortfolioVolatility())
        .isEqualTo(10.0);
    assertThat(parse(orchestrator("max_portfolio_volatility: 0")).violations()).hasSize(1);
    assertThat(parse(orchestrator("max_portfolio_volatility: 10.1")).violations()).hasSize(1);
  }

  @Test
  @Tag("EV5")
  void theInitialStateByDefaultFollowsTheLifecycle() {
    assertThat(initialState(ONE_POD)).isEqualTo(LifecycleState.INCUBATION);
    assertThat(initialState(orchestrator("lifecycle: {enabled: false}")))
        .isEqualTo(LifecycleState.PRODUCTION);
    assertThat(initialState(pod("lifecycle: {enabled: false}")))
        .isEqualTo(LifecycleState.PRODUCTION);
    assertThat(initialState(pod("lifecycle: {enabled: false}", "initial_state: warning")))
        .isEqualTo(LifecycleState.WARNING);
  }

  private static LifecycleState initialState(String text) {
    return parse(text).orThrow().orchestrator().pods().get(0).initialState();
  }

  @Test
  void turnoverThatIsTurnedOffIsMentioned() {
    assertThat(warnings(orchestrator("turnover_constraint: null")))
        .singleElement()
        .asString()
        .startsWith("orchestrator.turnover_constraint: null turns the turnover limits off");
    assertThat(warnings(orchestrator("turnover_constraint: {}"))).isEmpty();
  }

  @Test
  void aDetectorOfRawReturnsThatCannotFireIsMentioned() {
    String detector = "page_hinkley: {standardise: %s, delta: %s, lambda: %s}";

    assertThat(warnings(orchestrator("page_hinkley: {standardise: false}")))
        .containsExactly(
            "orchestrator.page_hinkley: standardise: false makes delta 0.2 and lambda 11.0"
                + " fractions of capital, with which daily returns hardly ever fire;"
                + " expected: delta below 0.05 and lambda below 1.0");
    assertThat(warnings(orchestrator(detector.formatted(false, 0.005, 50)))).hasSize(1);
    assertThat(warnings(orchestrator(detector.formatted(false, 0.05, 0.2)))).hasSize(1);
    assertThat(warnings(orchestrator(detector.formatted(false, 0.002, 0.11)))).isEmpty();
    assertThat(warnings(orchestrator(detector.formatted(true, 0.005, 50)))).isEmpty();
  }

  @Test
  @Tag("TR5")
  void ordersThatNobodyWouldSendAreMentioned() {
    assertThat(warnings(pod("initial_fraction: 0.00009", "min_fraction: 0")))
        .singleElement()
        .asString()
        .contains("a typical target")
        .contains("is below orchestrator.min_order, 1.0E-4");
    assertThat(warnings(orchestrator("min_notional: 1000000")))
        .singleElement()
        .asString()
        .contains("is below orchestrator.min_notional, 1000000.0");
    assertThat(warnings(orchestrator("min_notional: 10"))).isEmpty();
  }

  @Test
  void turnsInsideARampThatCannotHappenAreMentioned() {
    String selector = "asset_selector: {enabled: true, min_active_assets: 1, ramp_steps: %d}";

    assertThat(warnings(pod(selector.formatted(3)))).as("podflow's own defaults").isEmpty();
    assertThat(warnings(pod("asset_selector: {enabled: true, min_active_assets: 1}"))).isEmpty();
    assertThat(warnings(pod(selector.formatted(2))))
        .hasSize(2)
        .anyMatch(line -> line.contains("include_confirmation_bars: recovery inside a ramp"))
        .anyMatch(line -> line.contains("exclude_confirmation_bars: a relapse inside a ramp"));
    assertThat(warnings(pod(selector.formatted(4)))).hasSize(1);
    assertThat(warnings(pod(selector.formatted(6)))).isEmpty();
  }

  @Test
  void withOneStepOneConfirmationFits() {
    String selector =
        "asset_selector: {enabled: true, min_active_assets: 1, ramp_steps: 1,"
            + " include_confirmation_bars: %d, exclude_confirmation_bars: 1}";

    assertThat(warnings(pod(selector.formatted(1)))).isEmpty();
    assertThat(warnings(pod(selector.formatted(2)))).hasSize(1);
  }

  @Test
  void aFloorThatNobodyCanLeaveIsMentioned() {
    String selector = "asset_selector: {enabled: true, min_active_assets: %d, ramp_steps: 6}";

    assertThat(warnings(pod(selector.formatted(2)))).isEmpty();
    assertThat(warnings(pod(selector.formatted(3))))
        .singleElement()
        .asString()
        .contains("no asset can ever leave");
  }

  @Test
  void aSelectorThatIsOffIsNotMentioned() {
    assertThat(warnings(pod("asset_selector: {enabled: false}"))).isEmpty();
  }

  @Test
  void aStrategyThatIsNotInstalledIsMentionedAndListed() {
    String text = ONE_POD.replace("fake", "fakee");

    assertThat(warnings(text))
        .singleElement()
        .asString()
        .contains("'fakee' is not installed")
        .endsWith("nearest known: fake");
    assertThat(TestConfigs.READER.missingStrategies(parse(text).orThrow()))
        .containsExactly("fakee");
    assertThat(TestConfigs.READER.missingStrategies(parse(ONE_POD).orThrow())).isEmpty();
  }
}
