package io.podflow.config;

import static io.podflow.config.TestConfigs.ONE_POD;
import static io.podflow.config.TestConfigs.messages;
import static io.podflow.config.TestConfigs.orchestrator;
import static io.podflow.config.TestConfigs.parse;
import static io.podflow.config.TestConfigs.pod;
import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.config.violation.Violation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One test per rule between keys. */
@Tag("V1")
class CrossFieldRejectionTest {

  private static final String SECOND_POD =
      """
        - pod_id: b
          strategy_name: fake
          symbols: [BTC/USDT]
      """;

  @Test
  void includeThresholdMustBeAboveExcludeThreshold() {
    assertThat(messages(pod("asset_selector:", "  exclude_score_threshold: 0.35")))
        .containsExactly(
            "test.yaml:6: orchestrator.pods.0.asset_selector.include_score_threshold: 0.35"
                + " (must be above exclude_score_threshold 0.35)");
  }

  @Test
  void scoringWeightsMustSumToOneWithinAMillionth() {
    assertThat(messages(pod("asset_selector: {sharpe_weight: 0.4000009}"))).isEmpty();
    assertThat(messages(pod("asset_selector: {sharpe_weight: 0.4000011}"))).hasSize(1);
    assertThat(messages(pod("asset_selector: {sharpe_weight: 0.3999989}"))).hasSize(1);
  }

  @Test
  void fractionsMustBeOrdered() {
    assertThat(messages(pod("min_fraction: 0.2")))
        .containsExactly(
            "test.yaml:6: orchestrator.pods.0.min_fraction: 0.2"
                + " (must be at most initial_fraction 0.1)");
    assertThat(messages(pod("initial_fraction: 0.5")))
        .containsExactly(
            "test.yaml:6: orchestrator.pods.0.initial_fraction: 0.5"
                + " (must be at most max_fraction 0.4)");
  }

  @Test
  void onASpotMarketNoStrategyMaySellShort() {
    String shorts = pod("strategy_params: {lookback: 8}");

    assertThat(messages(shorts)).isEmpty();
    assertThat(messages(shorts + "  market: spot\n"))
        .singleElement()
        .asString()
        .startsWith("test.yaml:6: orchestrator.pods.0.strategy_params")
        .contains("on market: spot a strategy must not sell short; fake does");
    assertThat(messages(orchestrator("market: spot"))).isEmpty();
  }

  @Test
  void aSpotMarketPaysNoFunding() {
    assertThat(messages(orchestrator("market: spot", "funding_bps_per_8h: 1")))
        .singleElement()
        .asString()
        .contains("orchestrator.funding_bps_per_8h: 1 (must be 0 on market: spot");
    assertThat(messages("backtest: {funding: rates}\n" + orchestrator("market: spot")))
        .singleElement()
        .asString()
        .contains("backtest.funding: rates (must be absent on orchestrator.market: spot");
  }

  @Test
  void initialFractionsMustFitIntoTheWhole() {
    String two = pod("initial_fraction: 0.6", "max_fraction: 0.7") + SECOND_POD;
    String over = "    initial_fraction: 0.400000002\n    max_fraction: 0.7\n";
    String within = "    initial_fraction: 0.4000000005\n    max_fraction: 0.7\n";

    assertThat(messages(two + within)).isEmpty();
    assertThat(messages(two + over))
        .containsExactly(
            "test.yaml:6: orchestrator.pods: 1.000000002"
                + " (the sum of initial_fraction over all pods must be at most 1)");
  }

  @Test
  void maxFractionsMustFitIntoOneAndAHalf() {
    assertThat(messages(pod("max_fraction: 0.8") + SECOND_POD + "    max_fraction: 0.7\n"))
        .isEmpty();
    assertThat(messages(pod("max_fraction: 0.8") + SECOND_POD + "    max_fraction: 0.71\n"))
        .containsExactly(
            "test.yaml:6: orchestrator.pods: 1.51"
                + " (the sum of max_fraction over all pods must be at most 1.5)");
  }

  @Test
  void drawdownMustWarnBeforeItsLimit() {
    assertThat(parse(pod("drawdown_warning: 0.15")).violations())
        .extracting(Violation::path)
        .containsExactly("orchestrator.pods.0.drawdown_warning");
  }

  @Test
  void podIdsMustBeUnique() {
    assertThat(messages(ONE_POD + SECOND_POD.replace("pod_id: b", "pod_id: a")))
        .containsExactly(
            "test.yaml:6: orchestrator.pods: a"
                + " (every pod_id must be unique; pods 0 and 1 share this one)");
  }

  @Test
  void symbolsMustBeUniqueInAPod() {
    assertThat(messages(ONE_POD.replace("SOL/USDT", "BTC/USDT")))
        .containsExactly(
            "test.yaml:5: orchestrator.pods.0.symbols.2: BTC/USDT (must not repeat symbols.0)");
  }

  @Test
  void weightBoundsMustBeOrdered() {
    assertThat(parse(pod("asset_allocation: {min_weight: 0.33, max_weight: 0.32}")).violations())
        .extracting(Violation::path)
        .contains("orchestrator.pods.0.asset_allocation.min_weight");
  }

  @Test
  void boundsThatNoWeightsCanMeetAreRefused() {
    assertThat(messages(pod("asset_allocation: {max_weight: 0.33}")))
        .containsExactly(
            "test.yaml:6: orchestrator.pods.0.asset_allocation.max_weight: 0.33"
                + " (times 3 symbols must be at least 1, or no weights can sum to 1)");
    assertThat(messages(pod("asset_allocation: {min_weight: 0.34}")))
        .containsExactly(
            "test.yaml:6: orchestrator.pods.0.asset_allocation.min_weight: 0.34"
                + " (times 3 symbols must be at most 1, or no weights can sum to 1)");
    assertThat(messages(pod("asset_allocation: {min_weight: 0.3333333333333, max_weight: 0.5}")))
        .isEmpty();
  }

  @Test
  void boundsDoNotMatterToDualMomentum() {
    assertThat(messages(pod("asset_allocation: {method: dual_momentum, max_weight: 0.33}")))
        .isEmpty();
    assertThat(messages(pod("asset_allocation: {method: dual_momentum, min_weight: 0.34}")))
        .isEmpty();
  }

  @Test
  void aPodsCapitalMustBeHalvedBeforeItIsTaken() {
    assertThat(messages(orchestrator("drawdown_derisk: {half: 0.2}")))
        .containsExactly(
            "test.yaml:6: orchestrator.drawdown_derisk.half: 0.2 (must be below zero 0.2)");
    assertThat(messages(orchestrator("drawdown_derisk: {half: 0.1999}"))).isEmpty();
  }

  @Test
  void factorsOfTheVolatilityTargetMustBeOrdered() {
    assertThat(messages(orchestrator("volatility_target: {floor: 1.51}")))
        .containsExactly(
            "test.yaml:6: orchestrator.volatility_target.floor: 1.51 (must be at most cap 1.5)");
    assertThat(messages(orchestrator("volatility_target: {floor: 1.5}"))).isEmpty();
  }

  @Test
  void aRangingMarketMustBeBelowATrendingOne() {
    assertThat(messages(orchestrator("cash_buffer: {range_adx: 25}")))
        .containsExactly(
            "test.yaml:6: orchestrator.cash_buffer.range_adx: 25 (must be below trend_adx 25)");
    assertThat(messages(orchestrator("cash_buffer: {range_adx: 24.9}"))).isEmpty();
  }

  @Test
  void smallestWeightsOfRollingSharpeMustFit() {
    String two =
        ONE_POD
            + SECOND_POD
            + "  allocation_method: rolling_sharpe\n  rolling_sharpe: {min_weight: %s}\n";

    assertThat(messages(two.formatted("0.51")))
        .containsExactly(
            "test.yaml:10: orchestrator.rolling_sharpe.min_weight: 0.51"
                + " (times 2 pods must be at most 1, or no weights can sum to 1)");
    assertThat(messages(two.formatted("0.5"))).isEmpty();
    assertThat(messages(orchestrator("rolling_sharpe: {min_weight: 1}"))).isEmpty();
  }

  @Test
  void startMustNotBeAfterEnd() {
    assertThat(messages(ONE_POD + "backtest: {start: 2024-01-02, end: 2024-01-01}\n"))
        .containsExactly(
            "test.yaml:6: backtest.start: 2024-01-02 (must not be after end 2024-01-01)");
    assertThat(messages(ONE_POD + "backtest: {start: 2024-01-02, end: 2024-01-02}\n")).isEmpty();
  }

  @Test
  void transferMustNameAnotherPod() {
    assertThat(messages(pod("on_removal: 'transfer: b'") + SECOND_POD)).isEmpty();
    assertThat(parse(pod("on_removal: 'transfer: a'") + SECOND_POD).violations())
        .extracting(Violation::path)
        .containsExactly("orchestrator.pods.0.on_removal");
    assertThat(parse(orchestrator("on_removal: 'transfer: c'")).violations())
        .extracting(Violation::path)
        .containsExactly("orchestrator.on_removal");
  }

  @Test
  void aRuleIsSilentWhenOneOfItsKeysIsRefusedAlready() {
    assertThat(messages(pod("initial_fraction: 0.5", "max_fraction: 5"))).hasSize(1);
    assertThat(messages(pod("initial_fraction: 0.5", "max_fracton: 0.6"))).hasSize(1);
  }

  @Test
  void aBrokenRuleHidesNoOther() {
    String text =
        pod(
                "initial_fraction: 0.5",
                "asset_allocation: {min_weight: 0.7}",
                "strategy_params: {lookback: 1}")
            + SECOND_POD.replace("pod_id: b", "pod_id: a")
            + "    max_fraction: 1\n    drawdown_warning: 0.9\n    initial_fraction: 0.6\n";

    assertThat(parse(text).violations())
        .extracting(Violation::path)
        .containsExactlyInAnyOrder(
            "orchestrator.pods",
            "orchestrator.pods",
            "orchestrator.pods.0.initial_fraction",
            "orchestrator.pods.0.asset_allocation.min_weight",
            "orchestrator.pods.0.asset_allocation.min_weight",
            "orchestrator.pods.0.strategy_params.lookback",
            "orchestrator.pods.1.drawdown_warning");
  }

  @Test
  void aFaultInOnePodHidesNoRuleOfAnother() {
    String text = pod("max_leverage: 0") + SECOND_POD + "    min_fraction: 0.2\n";

    assertThat(parse(text).violations())
        .extracting(Violation::path)
        .containsExactly("orchestrator.pods.0.max_leverage", "orchestrator.pods.1.min_fraction");
  }
}
