package io.podflow.config;

import static io.podflow.config.TestConfigs.ONE_POD;
import static io.podflow.config.TestConfigs.messages;
import static io.podflow.config.TestConfigs.orchestrator;
import static io.podflow.config.TestConfigs.parse;
import static io.podflow.config.TestConfigs.pod;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podflow.config.violation.Violation;
import io.podflow.domain.settings.LiveSettings;
import io.podflow.domain.settings.Replication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One test per way in which one key, or the document, can be wrong. */
@Tag("V1")
class SingleKeyRejectionTest {

  @Test
  void acceptsTheSmallestDocument() {
    assertThat(messages(ONE_POD)).isEmpty();
  }

  @Test
  void refusesAnUnknownKeyAndSuggestsTheNearest() {
    assertThat(messages(pod("max_fracton: 0.5")))
        .containsExactly(
            "test.yaml:6: orchestrator.pods.0.max_fracton: 0.5"
                + " (unknown key; nearest known: max_fraction)");
  }

  @Test
  void refusesAnUnknownSection() {
    assertThat(messages(ONE_POD + "backtests: {}\n"))
        .containsExactly("test.yaml:6: backtests: {} (unknown key; nearest known: backtest)");
  }

  @Test
  void refusesTextWhereAWholeNumberBelongs() {
    assertThat(messages(pod("asset_selector: {ramp_steps: three}")))
        .containsExactly(
            "test.yaml:6: orchestrator.pods.0.asset_selector.ramp_steps: \"three\""
                + " (must be a whole number in [1, 10])");
  }

  @Test
  void refusesAQuotedNumber() {
    assertThat(messages(orchestrator("rebalance_calendar_days: \"5\"")))
        .containsExactly(
            "test.yaml:6: orchestrator.rebalance_calendar_days: \"5\""
                + " (must be a whole number of at least 1)");
  }

  @Test
  void refusesAWholeNumberWithAPoint() {
    assertThat(messages(orchestrator("rebalance_calendar_days: 5.0")))
        .containsExactly(
            "test.yaml:6: orchestrator.rebalance_calendar_days: 5.0"
                + " (must be a whole number of at least 1)");
  }

  @Test
  void refusesAWholeNumberThatIsTooLong() {
    assertThat(messages(orchestrator("rebalance_calendar_days: 3000000000"))).hasSize(1);
  }

  @Test
  void takesAWholeNumberWhereANumberBelongs() {
    assertThat(parse(pod("max_fraction: 1")).orThrow().orchestrator().pods().get(0).maxFraction())
        .isEqualTo(1.0);
  }

  @Test
  void refusesNumbersThatAreNotFinite() {
    assertThat(messages(orchestrator("cost_bps: .nan"))).hasSize(1);
    assertThat(messages(orchestrator("cost_bps: .inf"))).hasSize(1);
    assertThat(messages(orchestrator("cost_bps: 1e999"))).hasSize(1);
  }

  @Test
  void refusesANumberBelowItsInclusiveBound() {
    assertThat(messages(pod("min_fraction: -0.01")))
        .containsExactly(
            "test.yaml:6: orchestrator.pods.0.min_fraction: -0.01 (must be a number in [0, 1])");
  }

  @Test
  void refusesANumberAtItsExclusiveBound() {
    assertThat(messages(orchestrator("kelly_fraction: 0")))
        .containsExactly(
            "test.yaml:6: orchestrator.kelly_fraction: 0 (must be a number in (0, 1])");
    assertThat(messages(orchestrator("page_hinkley: {alpha: 1}")))
        .containsExactly(
            "test.yaml:6: orchestrator.page_hinkley.alpha: 1 (must be a number in (0, 1))");
  }

  @Test
  void refusesANumberAboveItsBound() {
    assertThat(messages(orchestrator("max_gross_leverage: 20.5")))
        .containsExactly(
            "test.yaml:6: orchestrator.max_gross_leverage: 20.5 (must be a number in [1, 20] or null)");
  }

  @Test
  void refusesAWordThatIsNoTruthValue() {
    assertThat(messages(pod("use_trailing_stop: yes")))
        .containsExactly(
            "test.yaml:6: orchestrator.pods.0.use_trailing_stop: \"yes\" (must be true or false)");
  }

  @Test
  void refusesAnUnknownLabel() {
    assertThat(messages(orchestrator("rebalance_trigger: never")))
        .containsExactly(
            "test.yaml:6: orchestrator.rebalance_trigger: \"never\""
                + " (must be one of calendar, threshold, hybrid)");
    assertThat(messages(orchestrator("rebalance_trigger: HYBRID"))).hasSize(1);
  }

  @Test
  void refusesAnUnknownTimeframe() {
    assertThat(messages(pod("timeframe: 7h")).get(0))
        .startsWith("test.yaml:6: orchestrator.pods.0.timeframe: \"7h\" (must be one of 1m, 5m,");
  }

  @Test
  void refusesADayThatDoesNotExist() {
    assertThat(messages(ONE_POD + "backtest:\n  start: 2023-02-29\n"))
        .containsExactly(
            "test.yaml:7: backtest.start: \"2023-02-29\" (must be a day written 2024-01-31)");
  }

  @Test
  void refusesADurationWithoutUnit() {
    assertThat(messages(orchestrator("live: {order_timeout: 60}")))
        .containsExactly(
            "test.yaml:6: orchestrator.live.order_timeout: 60"
                + " (must be a duration such as 500 ms, 30 s, 5 m or 2 h)");
  }

  @Test
  @Tag("LV8")
  void replicationIsANumberOfBrokersOrAuto() {
    String rule = " (must be a whole number in [1, 32767] or auto)";

    assertThat(messages(orchestrator("live: {replication: 0}")))
        .containsExactly("test.yaml:6: orchestrator.live.replication: 0" + rule);
    assertThat(messages(orchestrator("live: {replication: 32768}"))).hasSize(1);
    assertThat(messages(orchestrator("live: {replication: 1.0}"))).hasSize(1);
    assertThat(messages(orchestrator("live: {replication: all}")))
        .containsExactly("test.yaml:6: orchestrator.live.replication: \"all\"" + rule);
    assertThat(live("replication: 1").replication()).isEqualTo(new Replication.Copies(1));
    assertThat(live("replication: auto")).isEqualTo(live(""));
  }

  @Test
  @Tag("LV9")
  void anAddressHasNoBlanksAndIsNoNumber() {
    assertThat(messages(orchestrator("live: {bind: a b}")))
        .containsExactly(
            "test.yaml:6: orchestrator.live.bind: \"a b\""
                + " (must be a text that is a host name or an IP address)");
    assertThat(messages(orchestrator("live: {bind: \"\"}"))).hasSize(1);
    assertThat(live("").bind()).isEqualTo("127.0.0.1");
  }

  private static LiveSettings live(String key) {
    return parse(orchestrator("live: {" + key + "}")).orThrow().orchestrator().live();
  }

  @Test
  void refusesATextThatBreaksItsPattern() {
    String rule = " (must be a text of 1 to 64 letters A to Z, digits, and _ . - without blanks)";
    String tooLong = "p".repeat(65);

    assertThat(messages(orchestrator("portfolio_id: a/b")))
        .containsExactly("test.yaml:6: orchestrator.portfolio_id: \"a/b\"" + rule);
    assertThat(messages(orchestrator("portfolio_id: " + tooLong)))
        .singleElement()
        .asString()
        .endsWith(rule);
    assertThat(messages(orchestrator("portfolio_id: " + "p".repeat(64)))).isEmpty();
  }

  @Test
  void refusesASymbolThatCannotBeAName() {
    String text = ONE_POD.replace("ETH/USDT", "-ETHUSDT");

    assertThat(parse(text).violations())
        .extracting(Violation::path)
        .containsExactly("orchestrator.pods.0.symbols.1");
  }

  @Test
  void refusesAMissingKeyAtTheLineOfItsSection() {
    assertThat(messages(ONE_POD.replace("- pod_id: a\n    strategy_name", "- strategy_name")))
        .containsExactly("test.yaml:3: orchestrator.pods.0.pod_id: (missing) (is required)");
  }

  @Test
  void refusesNullWhereAValueBelongs() {
    assertThat(messages(orchestrator("graduation:")))
        .containsExactly(
            "test.yaml:6: orchestrator.graduation: null"
                + " (must not be null; leave the key out for its default)");
  }

  @Test
  void refusesAScalarForASectionAndForAList() {
    assertThat(messages(orchestrator("graduation: 5")))
        .containsExactly("test.yaml:6: orchestrator.graduation: 5 (must be a mapping)");
    assertThat(messages(ONE_POD.replaceAll("\\[.*]", "BTC/USDT")))
        .containsExactly("test.yaml:5: orchestrator.pods.0.symbols: \"BTC/USDT\" (must be a list)");
  }

  @Test
  void refusesAnEmptyList() {
    assertThat(messages("orchestrator:\n  pods: []\n"))
        .containsExactly(
            "test.yaml:2: orchestrator.pods: [] (must be a list of at least 1 elements)");
  }

  @Test
  void refusesAListElementOfTheWrongKind() {
    assertThat(parse(ONE_POD + "  - 5\n").violations())
        .extracting(Violation::path)
        .containsExactly("orchestrator.pods.1");
  }

  @Test
  void refusesADuplicateKeyWithBothLines() {
    assertThat(messages(pod("max_fraction: 0.5", "max_fraction: 0.6")))
        .containsExactly(
            "test.yaml:7: orchestrator.pods.0.max_fraction: 0.6 (given twice, first in line 6)");
  }

  @Test
  void refusesBrokenYamlWithItsLine() {
    assertThat(messages("orchestrator: [unclosed\n").get(0))
        .startsWith("test.yaml:2: (not valid YAML: ");
  }

  @Test
  void refusesDocumentsThatAreNoMapping() {
    assertThat(messages("")).hasSize(1);
    assertThat(messages("# nothing\n")).hasSize(1);
    assertThat(messages("- a\n- b\n").get(0))
        .isEqualTo(
            "test.yaml:1: [\"a\",\"b\"] (the document must be a mapping with the key orchestrator)");
  }

  @Test
  void refusesTwoDocuments() {
    assertThat(messages(ONE_POD + "---\n" + ONE_POD)).hasSize(1);
  }

  @Test
  void refusesAnAliasInsideItself() {
    assertThat(messages(pod("strategy_params: &p {lookback: *p}"))).isNotEmpty();
  }

  @Test
  @Tag("LV11")
  void refusesAliasesThatStandForMoreThanMemoryHolds() {
    StringBuilder bomb = new StringBuilder("x0: &x0 [1, 1, 1]\n");
    for (int i = 1; i <= 16; i++) {
      String before = "*x" + (i - 1);
      bomb.append("x%d: &x%d [%s, %s, %s]\n".formatted(i, i, before, before, before));
    }

    assertThat(messages(ONE_POD + bomb))
        .containsExactly(
            "test.yaml:1: (must have at most 200000 values, those of aliases counted)");
  }

  @Test
  void reportsEveryFaultAtOnceInTheOrderOfLines() {
    String text =
        pod("max_fraction: 2", "timeframe: 9D", "asset_selector: {ramp_steps: 0, enabled: 1}")
            + "backtest:\n  capital: 0\n  end: never\n";

    assertThat(parse(text).violations())
        .extracting(Violation::path)
        .containsExactly(
            "orchestrator.pods.0.max_fraction",
            "orchestrator.pods.0.timeframe",
            "orchestrator.pods.0.asset_selector.enabled",
            "orchestrator.pods.0.asset_selector.ramp_steps",
            "backtest.capital",
            "backtest.end");
  }

  @Test
  void theExceptionNamesEveryViolation() {
    ConfigReading reading = parse(pod("max_fraction: 2", "min_fraction: x"));

    assertThatThrownBy(reading::orThrow)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("test.yaml:6: orchestrator.pods.0.max_fraction: 2")
        .hasMessageContaining("\ntest.yaml:7: orchestrator.pods.0.min_fraction: \"x\"");
  }

  @Test
  void aFileThatIsAbsentIsAViolation(@TempDir Path folder) {
    assertThat(TestConfigs.READER.read(folder.resolve("none.yaml")).violations().get(0).toString())
        .endsWith("none.yaml: (cannot be read: no such file)");
  }

  @Test
  void aFileThatIsNoUtf8IsAViolation(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("latin.yaml"), new byte[] {(byte) 0xe9, '\n'});

    assertThat(TestConfigs.READER.read(file).violations().get(0).rule())
        .isEqualTo("cannot be read: not UTF-8 text");
  }
}
