package io.podflow.config;

import static io.podflow.config.TestConfigs.messages;
import static io.podflow.config.TestConfigs.parse;
import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.settings.PodSettings;
import io.podflow.domain.settings.PodflowSettings;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("DA5")
class NamesTest {

  private static String pod(String id, String symbols) {
    return "orchestrator:\n  pods:\n  - pod_id: "
        + id
        + "\n    strategy_name: fake\n    symbols: ["
        + symbols
        + "]\n";
  }

  private static PodSettings first(String yaml) {
    return parse(yaml).orThrow().orchestrator().pods().get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"币安人生/USDT", "\"BTC/USDT:USDT\"", "بيتكوين/USDT", "🚀", "é/EUR", "ETHUSDT"})
  void symbolsAreTextInAnyScript(String symbol) {
    assertThat(first(pod("a", symbol)).symbols()).containsExactly(symbol.replace("\"", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024", "007", "1.50", "1e3", "true", "0x1F", "+5x", "12_000"})
  void whatLooksLikeANumberIsANameAsItIsWritten(String id) {
    boolean starts = id.startsWith("+");
    assertThat(parse(pod(id, "A/USDT")).isValid()).isEqualTo(!starts);
    if (!starts) {
      assertThat(first(pod(id, id)))
          .satisfies(
              pod -> {
                assertThat(pod.podId()).isEqualTo(id);
                assertThat(pod.symbols()).containsExactly(id);
              });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024", "007", "true", "币安人生", "\"a: b\"", "'#1'", "🚀", "\"null\""})
  void theEffectiveConfigurationSaysTheSameName(String id) {
    PodflowSettings settings = parse(pod(id, id)).orThrow();

    assertThat(parse(EffectiveConfig.yaml(settings)).orThrow()).isEqualTo(settings);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "=1+1 | must not begin with one of . - = + @",
        "../../x | must not contain two dots in a row",
        "'\"a\\tb\"' | must not contain the control character U+0009",
        "{a: 1} | must be a text of 1 to 64 characters"
      })
  void errorsAreSentences(String id, String rule) {
    assertThat(messages(pod(id, "A/USDT")))
        .singleElement()
        .asString()
        .startsWith("test.yaml:3: orchestrator.pods.0.pod_id: ")
        .endsWith("(" + rule + ")");
    assertThat(messages(pod("a", id)))
        .singleElement()
        .asString()
        .startsWith("test.yaml:5: orchestrator.pods.0.symbols.0: ")
        .endsWith("(" + rule + ")");
  }

  @Test
  void twoSymbolsWithOneFileAreRefused() {
    String second =
        "  - {pod_id: b, strategy_name: fake, symbols: [SOL/USDT, BTC/USDT, BTC-USDT]}\n";

    assertThat(messages(pod("a", "BTC/USDT") + second))
        .containsExactly(
            "test.yaml:6: orchestrator.pods.1.symbols.2: BTC-USDT"
                + " (must not share its file of bars, BTC-USDT.csv, with symbol BTC/USDT)");
  }

  @Test
  void noRuleShowsAnExpression() {
    String everything =
        """
        backtest: {bars: '', funding: ''}
        orchestrator:
          portfolio_id: a/b
          on_removal: sell
          pods:
          - {pod_id: '', strategy_name: '', symbols: [''], on_removal: sell}
        """;

    List<String> messages = messages(everything);

    assertThat(messages).hasSize(8);
    assertThat(messages).noneMatch(message -> message.matches("(?s).*(\\.\\+|\\[A|\\\\).*"));
  }
}
