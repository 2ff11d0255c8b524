package io.podflow.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podflow.api.Timeframe;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.settings.BacktestSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same three days as each kind of file writes them. */
@Tag("DA2")
class FileFormsTest {

  private static final String FILE = "BTC-USDT.csv";
  private static final PortfolioLayout DAILY = PortfolioLayouts.of(Timeframe.D1, "BTC/USDT");
  private static final BacktestSettings RANGE =
      PortfolioLayouts.range("2024-01-01", "2024-01-03", 0);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  static Stream<Arguments> forms() {
    return Stream.of(
        form(
            "podflow",
            """
            timestamp,open,high,low,close,volume
            2024-01-01T00:00:00Z,10,12,9,11,1
            2024-01-02T00:00:00Z,11,13,10,12,2.5
            2024-01-03T00:00:00Z,12,14,11,13,0
            """),
        form(
            "Binance, spot",
            """
            1704067200000000,10.0,12.0,9.0,11.0,1.0,1704153599999999,11.5,7,0.5,5.5,0
            1704153600000,11.0,13.0,10.0,12.0,2.5,1704239999999,29,7,0.5,5.5,0
            1704240000,12.0,14.0,11.0,13.0,0.0,1704326399,0,0,0,0,0
            """),
        form(
            "Binance, futures",
            """
            open_time,open,high,low,close,volume,close_time,quote_volume,count,ignore
            1704067200000,10,12,9,11,1,1704153599999,11.5,7,0
            1704153600000,11,13,10,12,2.5,1704239999999,29,7,0
            1704240000000,12,14,11,13,0,1704326399999,0,0,0
            """),
        form(
            "freqtrade",
            """
            date,open,high,low,close,volume
            2024-01-01 00:00:00+00:00,10,12,9,11,1
            2024-01-02 00:00:00+00:00,11,13,10,12,2.5
            2024-01-03 00:00:00+00:00,12,14,11,13,0
            """),
        form(
            "pandas, with an index",
            """
            ,timestamp,open,high,low,close,volume
            0,2024-01-01 00:00:00,10,12,9,11,1
            1,2024-01-02 00:00:00,11,13,10,12,2.5
            2,2024-01-03 00:00:00,12,14,11,13,
            """),
        form(
            "CryptoDataDownload, newest first, quote volume before base volume",
            """
            https://www.CryptoDataDownload.com
            unix,date,symbol,open,high,low,close,Volume USDT,Volume BTC,tradecount
            1704240000000,2024-01-03 00:00:00,BTC/USDT,12,14,11,13,99,0,1
            1704153600,2024-01-02 00:00:00,BTC/USDT,11,13,10,12,99,2.5,1
            1704067200000,2024-01-01 00:00:00,BTC/USDT,10,12,9,11,99,1,1
            """),
        form(
            "Yahoo Finance",
            """
            Date,Open,High,Low,Close,Adj Close,Volume
            2024-01-01,10,12,9,11,5.5,1
            2024-01-02,11,13,10,12,6,2.5
            2024-01-03,12,14,11,13,6.5,null
            """),
        form(
            "Bitstamp archive",
            """
            Unix Timestamp,Date,Symbol,Open,High,Low,Close,Volume_(BTC),Volume_(Currency)
            1704067200,x,BTCUSD,10,12,9,11,1,99
            1704153600,x,BTCUSD,11,13,10,12,2.5,99
            1704240000,x,BTCUSD,12,14,11,13,NaN,99
            """),
        form(
            "day and time of the day apart, tabs",
            """
            <DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<VOL>
            2024-01-01\t00:00:00\t10\t12\t9\t11\t1
            2024-01-02\t00:00\t11\t13\t10\t12\t2.5
            2024-01-03\t00:00:00\t12\t14\t11\t13\t0
            """),
        form(
            "date for people and time for machines",
            """
            Date,Time,Open,High,Low,Close,Volume
            Monday,1704067200,10,12,9,11,1
            Tuesday,1704153600,11,13,10,12,2.5
            Wednesday,1704240000,12,14,11,13,0
            """),
        form(
            "semicolons, quoted header, CRLF, compact days",
            """
            "DATE";"OPEN";"HIGH";"LOW";"CLOSE";"VOL"\r
            20240101;10;12;9;11;1\r
            20240102;11;13;10;12;2.5\r
            20240103;12;14;11;13;0\r
            """),
        form(
            "comments before the header, one letter a column",
            """
            # made by hand
            # with care, and, some, commas, in it
            t,o,h,l,c,v
            2024-01-01,10,12,9,11,1
            2024-01-02,11,13,10,12,2.5
            2024-01-03,12,14,11,13,0
            """),
        form(
            "\uFEFFno header, a mark in front, fewer columns",
            """
            \uFEFF1704067200,10,12,9,11,1
            1704153600,11,13,10,12,2.5
            1704240000,12,14,11,13,0
            """),
        form(
            "CoinMarketCap",
            """
            timeOpen;timeClose;name;open;high;low;close;volume;marketCap;timestamp
            2024-01-01T00:00:00.000Z;2024-01-01T23:59:59.999Z;1;10;12;9;11;1;9;2024-01-01T23:59:59Z
            2024-01-02T00:00:00.000Z;2024-01-02T23:59:59.999Z;1;11;13;10;12;2.5;9;x
            2024-01-03T00:00:00.000Z;2024-01-03T23:59:59.999Z;1;12;14;11;13;0;9;x
            """));
  }

  private static Arguments form(String name, String text) {
    return Arguments.of(name, text);
  }

  private Reading plain() throws IOException {
    return of(forms().findFirst().orElseThrow().get()[1].toString());
  }

  private Reading of(String text) throws IOException {
    Files.writeString(folder.resolve(FILE), text);
    return Reading.of(folder, DAILY, RANGE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void everyFormReadsTheSame(String name, String text) throws IOException {
    Reading plain = plain();
    assertThat(plain.bars()).hasSize(3);
    assertThat(of(text).records()).isEqualTo(plain.records());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void everyFormConvertedReadsTheSame(String name, String text) throws IOException {
    Reading plain = plain();
    of(text);
    Path target = folder.resolve("converted");
    long rows = BarConversion.write(List.of(BarFile.of(folder.resolve(FILE))), target);
    assertThat(rows).isEqualTo(3);
    assertThat(Reading.of(target, DAILY, RANGE)).isEqualTo(plain);
  }

  @Test
  void aFileWithoutAnyVolumeHasNone() throws IOException {
    Reading reading =
        of("time,open,high,low,close\n2024-01-01,10,12,9,11\n2024-01-02,11,13,10,12\n");
    assertThat(reading.bars()).hasSize(2).allSatisfy(bar -> assertThat(bar.volume()).isZero());
    assertThat(reading.events()).isEmpty();
  }

  @Test
  void aZipArchiveWithOneFileIsReadAndOneWithTwoIsRefused() throws IOException {
    Reading plain = plain();
    byte[] csv = Files.readAllBytes(folder.resolve(FILE));
    Files.delete(folder.resolve(FILE));
    Files.write(folder.resolve("BTC-USDT.zip"), zip(csv, "BTCUSDT-1d-2024-01.csv"));
    assertThat(Reading.of(folder, DAILY, RANGE)).isEqualTo(plain);

    Files.write(folder.resolve("BTC-USDT.zip"), zip(csv, "a.csv", "b.csv"));
    assertThatThrownBy(() -> Reading.of(folder, DAILY, RANGE))
        .isInstanceOf(BarInputException.class)
        .hasMessageContaining("BTC-USDT.zip")
        .hasMessageContaining("more than one file");
  }

  private static byte[] zip(byte[] text, String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (String name : names) {
        out.putNextEntry(new ZipEntry(name));
        out.write(text);
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void pricesWithExponentsAreRead() throws IOException {
    Reading reading =
        of(
            "date,open,high,low,close,volume\n2024-01-01,1e-5,2E-5,1e-05,1.5e-5,1e3\n2024-01-02,1,1,1,1,1\n");
    assertThat(reading.bars().get(0).close()).isEqualTo(1.5e-5);
    assertThat(reading.bars().get(0).volume()).isEqualTo(1000);
  }

  @Test
  void partsOfAMillisecondAreOffEveryGrid() throws IOException {
    Reading reading =
        of(
            "time,open,high,low,close\n2024-01-01,1,1,1,1\n"
                + "2024-01-02T00:00:00.000000001Z,1,1,1,1\n2024-01-03,1,1,1,1\n"
                + "2024-01-04,1,1,1,1\n");
    assertThat(reading.bars()).hasSize(2);
    assertThat(reading.messages().get(0)).contains(FILE + ":3").contains("parts of a millisecond");
  }
}
