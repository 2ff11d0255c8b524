package io.podflow.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("DA5")
class TextWidthTest {

  @ParameterizedTest
  @CsvSource({
    "BTC/USDT, 8",
    "币安人生/USDT, 13",
    "بيتكوين, 7",
    "🚀, 2",
    "👩‍🚀, 2",
    "é, 1",
    "ﾊﾝ, 2",
    "한글, 4",
    "🇩🇪, 2",
    "न्, 1"
  })
  void countsColumns(String text, int columns) {
    assertThat(TextWidth.of(text)).isEqualTo(columns);
    assertThat(TextWidth.padded(text, 20)).hasSize(text.length() + 20 - columns);
  }

  @Test
  void tablesStayStraight() {
    String table =
        new TextTable(1, "symbol", "n").row("币安人生", "1").row("ab", "22").row("بي", "3").text();

    assertThat(table.lines())
        .containsExactly(
            "  symbol     n",
            "  --------  --",
            "  币安人生   1",
            "  ab        22",
            "  \u2068بي\u2069         3");
  }
}
