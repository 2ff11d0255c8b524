package io.podflow.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("DA5")
class NamingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BTC/USDT",
        "BTC/USDT:USDT",
        "币安人生/USDT",
        "بيتكوين/USDT",
        "🚀/USDT",
        "👩‍🚀/USDT",
        "é/EUR",
        "न्/INR",
        "2024",
        "a b",
        "100%",
        "a.b",
        "$TRUMP",
        "<b>&\"'"
      })
  void anyScriptNames(String name) {
    assertThat(Naming.fault(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "-", "=", "+", "@"})
  void whatASpreadsheetOrAShellWouldTakeForMoreIsNoStart(String start) {
    assertThat(Naming.fault(start + "a")).isEqualTo("must not begin with one of . - = + @");
    assertThat(Naming.fault("a" + start)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {" a", "a ", "\u00a0a", "a\u3000", "\u2003a"})
  void blanksStandInsideOnly(String name) {
    assertThat(Naming.fault(name)).isEqualTo("must not begin or end with a blank");
  }

  @ParameterizedTest
  @CsvSource({"0000", "000A", "001B", "007F", "0085", "2028", "2029", "202E", "2066"})
  void controlCharactersAreRefusedByTheirNumber(String hex) {
    String name = "a" + Character.toString(Integer.parseInt(hex, 16)) + "b";

    assertThat(Naming.fault(name)).isEqualTo("must not contain the control character U+" + hex);
  }

  @Test
  void whatLeadsOutOfAFolderIsRefused() {
    assertThat(Naming.fault("a..b")).isEqualTo("must not contain two dots in a row");
    assertThat(Naming.fault("../a")).isNotEmpty();
    assertThat(Naming.fault("a\\b")).isEqualTo("must not contain a backslash");
  }

  @Test
  void lengthCountsCharactersNotTheirHalves() {
    assertThat(Naming.fault("🚀".repeat(64))).isEmpty();
    assertThat(Naming.fault("🚀".repeat(65))).isEqualTo("must have 1 to 64 characters, and has 65");
    assertThat(Naming.fault("")).isEqualTo("must have 1 to 64 characters, and has 0");
    assertThat(Naming.fault("a\uD83D")).contains("half of one");
  }

  @Test
  void decomposedCharactersAreRefusedWithTheComposedOnes() {
    assertThat(Naming.fault("e\u0301")).endsWith("(Unicode NFC): \u00e9");
  }

  @Test
  void filesAndIdsGetNamesTheyCanHold() {
    assertThat(Naming.fileStem("BTC/USDT:USDT")).isEqualTo("BTC-USDT-USDT");
    assertThat(Naming.fileStem("币安人生/USDT")).isEqualTo("币安人生-USDT");
    assertThat(Naming.inId("BTC/USDT:USDT")).isEqualTo("BTC/USDT%3AUSDT");
    assertThat(Naming.inId("a%3Ab")).isEqualTo("a%253Ab");
  }
}
