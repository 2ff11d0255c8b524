package io.podflow.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podflow.domain.execution.FundingRates;
import io.podflow.domain.market.Universe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("L7")
class FundingFolderTest {

  private static final Universe UNIVERSE = Universe.of(List.of("BTC/USDT", "ETH/USDT"));

  @TempDir private Path folder;

  private Map<String, FundingRates.Series> read(String btc) throws IOException {
    Files.writeString(folder.resolve("BTC-USDT.csv"), btc);
    return FundingFolder.read(folder, UNIVERSE);
  }

  @Test
  void aFileIsTheSeriesOfItsSymbol() throws IOException {
    Map<String, FundingRates.Series> series =
        read("timestamp,rate\n2024-01-01T08:00:00Z,0.0001\n2024-01-01T16:00:00Z,-0.00005\n");

    assertThat(series).containsOnlyKeys("BTC/USDT");
    FundingRates.Series btc = Objects.requireNonNull(series.get("BTC/USDT"));
    assertThat(btc.times())
        .containsExactly(
            Instant.parse("2024-01-01T08:00:00Z").toEpochMilli(),
            Instant.parse("2024-01-01T16:00:00Z").toEpochMilli());
    assertThat(btc.rates()).containsExactly(0.0001, -0.00005);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "soon,0.1|:2: timestamp 'soon'",
        "2024-01-01T08:00:00Z,x|:2: rate 'x' (expected: a number)",
        "2024-01-01T08:00:00Z,NaN|:2: rate 'NaN' (expected: a fraction between -1 and 1)",
        "2024-01-01T08:00:00Z,1|:2: rate '1' (expected: a fraction between -1 and 1)"
      })
  void aBadRowIsRefusedWithFileLineAndRule(String row, String message) {
    assertThatThrownBy(() -> read("timestamp,rate\n" + row + "\n"))
        .isInstanceOf(BarInputException.class)
        .hasMessageContaining("BTC-USDT.csv" + message);
  }

  @Test
  void rowsGoForwardInTime() {
    assertThatThrownBy(
            () -> read("timestamp,rate\n2024-01-01T08:00:00Z,0.1\n2024-01-01T08:00:00Z,0.1\n"))
        .hasMessageContaining(":3: timestamp")
        .hasMessageContaining("later than the row before");
  }

  @Test
  void aMissingColumnIsNamed() {
    assertThatThrownBy(() -> read("timestamp,funding\n2024-01-01T08:00:00Z,0.1\n"))
        .hasMessageContaining("no column rate");
  }

  @Test
  void aFolderWithoutAnyFileOrNoFolderIsRefused() {
    assertThatThrownBy(() -> FundingFolder.read(folder, UNIVERSE))
        .hasMessageContaining("no file of funding rates for any symbol");
    assertThatThrownBy(() -> FundingFolder.read(folder.resolve("x"), UNIVERSE))
        .hasMessageContaining("no folder of funding rates");
  }
}
