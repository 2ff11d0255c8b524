package io.podflow.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.connectors.sample.SampleMarket;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.InputCounts;
import io.podflow.domain.market.MarketRecord;
import io.podflow.domain.market.RunWindow;
import io.podflow.domain.market.synthetic.SyntheticMarket;
import io.podflow.domain.settings.BacktestSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inventory, window, shards and the ways of writing the same bars. */
class BarFolderTest {

  private static final PortfolioLayout DAILY = PortfolioLayouts.of(Timeframe.D1, "BTC/USDT");
  private static final BacktestSettings RANGE =
      PortfolioLayouts.range("2024-01-01", "2024-01-10", 0);
  private static final String[] DAYS = {
    "2024-01-01T00:00:00Z,10,12,9,11,1",
    "2024-01-02T00:00:00Z,11,13,10,12,2.5",
    "2024-01-03T00:00:00Z,12,14,11,13,0",
  };

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void theInventorySaysWhatIsThere() throws IOException {
    Reading.write(folder, "BTC-USDT.csv", DAYS[0], "garbage", DAYS[1], DAYS[2]);
    Reading.write(folder, "SOL-USDT.csv", DAYS[2]);
    Reading.write(folder, "ETH-USDT.csv", "garbage");
    PortfolioLayout layout =
        PortfolioLayouts.of(Timeframe.D1, "SOL/USDT", "BTC/USDT", "POL/USDT", "ETH/USDT");
    BarInventory inventory = BarFolder.inventory(folder, layout);

    assertThat(inventory.source()).isEqualTo(Timeframe.D1);
    assertThat(inventory.missing()).containsExactly("POL/USDT");
    assertThat(inventory.rows()).isEqualTo(6);
    SymbolFile btc = inventory.files().get(0);
    assertThat(btc.name()).isEqualTo("BTC/USDT");
    assertThat(btc.size()).isEqualTo(Files.size(folder.resolve("BTC-USDT.csv")));
    assertThat(btc.sha256()).hasSize(64);
    assertThat(btc.rows()).isEqualTo(4);
    assertThat(btc.goodRows()).isEqualTo(3);
    assertThat(btc.firstOpen()).isEqualTo(millis("2024-01-01T00:00:00Z"));
    assertThat(btc.lastOpen()).isEqualTo(millis("2024-01-03T00:00:00Z"));
    assertThat(inventory.files().get(1).hasBars()).isFalse();
    assertThat(inventory.files().get(2).name()).isEqualTo("SOL/USDT");
    assertThat(inventory.latestClose()).isEqualTo(millis("2024-01-04T00:00:00Z"));
  }

  @Test
  void aRangeWithoutAnyBoundsJudgesEveryRow() {
    Reading.write(folder, "BTC-USDT.csv", DAYS);
    RunWindow all = new RunWindow(Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

    assertThat(BarFolder.inventory(folder, DAILY, all).rows()).isEqualTo(3);
  }

  @Test
  void symbolsWithoutFileOrBarsAreTold() {
    Reading.write(folder, "BTC-USDT.csv", DAYS);
    Reading.write(folder, "ETH-USDT.csv", "garbage");
    Reading.write(folder, "SOL-USDT.csv", "2023-01-01T00:00:00Z,10,12,9,11,1");
    PortfolioLayout layout =
        PortfolioLayouts.of(Timeframe.D1, "BTC/USDT", "ETH/USDT", "POL/USDT", "SOL/USDT");
    assertThat(Reading.of(folder, layout, RANGE).events())
        .containsExactly(
            told("ETH/USDT", "ETH-USDT.csv:2: 1 fields (expected: 6)"),
            told("ETH/USDT", "no bar in the range of the run"),
            told("POL/USDT", "no file of bars for this symbol"),
            told("SOL/USDT", "no bar in the range of the run"));
  }

  private static Event told(String symbol, String what) {
    return Event.data(millis("2024-01-02T00:00:00Z"), "", symbol, Severity.WARNING, what);
  }

  @Test
  void theDataHashFollowsNamesAndBytes() {
    Reading.write(folder, "BTC-USDT.csv", DAYS);
    String hash = BarFolder.inventory(folder, DAILY).dataHash();
    Reading.write(folder, "ETH-USDT.csv", DAYS);
    assertThat(BarFolder.inventory(folder, DAILY).dataHash()).isEqualTo(hash).hasSize(64);
    Reading.write(folder, "BTC-USDT.csv", DAYS[0], DAYS[1]);
    assertThat(BarFolder.inventory(folder, DAILY).dataHash()).isNotEqualTo(hash);
  }

  @Test
  void theInventoryTravels() throws IOException, ClassNotFoundException {
    Reading.write(folder, "BTC-USDT.csv", DAYS);
    BarInventory inventory = BarFolder.inventory(folder, DAILY);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(inventory);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(inventory);
    }
  }

  @Test
  void theWindowEndsWithTheRangeOrTheInput() {
    Reading.write(folder, "BTC-USDT.csv", DAYS);
    BarInventory inventory = BarFolder.inventory(folder, DAILY);
    assertThat(BarFolder.window(PortfolioLayouts.range("2024-01-02", "2024-01-02", 1), inventory))
        .isEqualTo(
            new RunWindow(
                millis("2024-01-01T00:00:00Z"),
                millis("2024-01-02T00:00:00Z"),
                millis("2024-01-03T00:00:00Z")));
    assertThat(BarFolder.window(RANGE, inventory).horizon())
        .isEqualTo(millis("2024-01-04T00:00:00Z"));
  }

  @Test
  void barsOfTheWarmUpComeToo() {
    Reading.write(folder, "BTC-USDT.csv", DAYS);
    assertThat(
            Reading.of(folder, DAILY, PortfolioLayouts.range("2024-01-03", "2024-01-03", 1)).bars())
        .extracting(Bar::closeTime)
        .containsExactly(millis("2024-01-03T00:00:00Z"), millis("2024-01-04T00:00:00Z"));
  }

  @Test
  void rejectsARangeWithoutBars() {
    Reading.write(folder, "BTC-USDT.csv", DAYS);
    BarInventory inventory = BarFolder.inventory(folder, DAILY);
    for (BacktestSettings range :
        List.of(
            PortfolioLayouts.range("2024-01-04", "2024-02-01", 0),
            PortfolioLayouts.range("2023-01-01", "2023-12-31", 0))) {
      assertThatThrownBy(() -> BarFolder.window(range, inventory))
          .isInstanceOf(BarInputException.class)
          .hasMessageContaining("cover 2024-01-01T00:00:00Z to 2024-01-04T00:00:00Z, nothing of");
    }
  }

  @Test
  void everyWayOfWritingTheSameBarsReadsTheSame() throws IOException {
    Reading.write(folder, "BTC-USDT.csv", DAYS);
    List<MarketRecord> plain = Reading.of(folder, DAILY, RANGE).records();
    assertThat(plain).hasSize(3);
    List<String> others =
        List.of(
            """
            volume,timestamp,note,close,low,high,open
            1,2024-01-01T00:00:00Z,x,11,9,12,10
            2.5,2024-01-02T00:00:00Z,,12,10,13,11
            0,2024-01-03T00:00:00Z,"a,b",13,11,14,12""",
            """
            Timestamp, Open, High, Low, Close, Volume\r
            1704067200000,10,12,9,11,1\r
            1704153600000,11,13,10,12,2.5\r
            1704240000000,12,14,11,13,0\r
            """,
            """
            \uFEFF"timestamp","open","high","low","close","volume"
            "1704067200","10",12,9,11,1
            1704153600,11.,1.3E1,10,+12,2.50
            1704240000, 12 ,14.00,11,13,-0.0e3
            """,
            """
            timestamp,open,high,low,close,volume
            2024-01-01,10,12,9,11,1
            2024-01-02 00:00:00+00:00,11,13,10,12,2.5
            2024-01-03T09:00+09:00,12,14,11,13,0
            """);
    for (String text : others) {
      Files.writeString(folder.resolve("BTC-USDT.csv"), text);
      assertThat(Reading.of(folder, DAILY, RANGE).records()).isEqualTo(plain);
    }
  }

  @Test
  void gzipEqualsPlain() throws IOException {
    SampleMarket.write(folder.resolve("plain"), 3);
    Files.createDirectory(folder.resolve("gzip"));
    PortfolioLayout layout = sampleLayout();
    for (String symbol : layout.universe().symbols()) {
      String name = symbol.replace('/', '-') + ".csv";
      byte[] bytes = Files.readAllBytes(folder.resolve("plain").resolve(name));
      try (OutputStream out =
          new GZIPOutputStream(
              Files.newOutputStream(folder.resolve("gzip").resolve(name + ".gz")))) {
        out.write(bytes);
      }
    }
    BacktestSettings range = PortfolioLayouts.range("2021-01-01", "2024-12-31", 0);
    Reading plain = Reading.of(folder.resolve("plain"), layout, range);
    assertThat(Reading.of(folder.resolve("gzip"), layout, range)).isEqualTo(plain);
    assertThat(plain.bars()).hasSizeGreaterThan(60_000);
  }

  @Test
  void shardsMergeToTheWhole() throws IOException {
    Path sample = folder.resolve("sample");
    SampleMarket.write(sample, 4);
    Files.delete(sample.resolve("SYN05-USDT.csv"));
    PortfolioLayout layout = sampleLayout();
    BarInventory inventory = BarFolder.inventory(sample, layout);
    RunWindow window =
        BarFolder.window(PortfolioLayouts.range("2022-01-01", "2023-12-31", 30), inventory);
    Reading whole = Reading.of(inventory, layout, window, 0, 1);
    for (int shards : List.of(2, 3, 20)) {
      List<MarketRecord> merged = new ArrayList<>();
      InputCounts counts = InputCounts.NONE;
      for (int shard = 0; shard < shards; shard++) {
        Reading part = Reading.of(inventory, layout, window, shard, shards);
        merged.addAll(part.records());
        counts = counts.plus(part.counts());
      }
      merged.sort(inOrder(layout));
      assertThat(merged).isEqualTo(whole.records());
      assertThat(counts).isEqualTo(whole.counts());
    }
    assertThat(whole.records()).isSortedAccordingTo(inOrder(layout));
    assertThat(whole.messages())
        .containsExactly(
            "no file of bars for this symbol",
            "first bar, from 2022-07-01T00:00:00Z",
            "last bar, to 2023-09-15T00:00:00Z");
  }

  private static Comparator<MarketRecord> inOrder(PortfolioLayout layout) {
    return Comparator.comparingLong(MarketRecord::time)
        .thenComparing(record -> record.bar() != null)
        .thenComparing(record -> symbol(record, layout))
        .thenComparing(record -> record.bar() == null ? Timeframe.M1 : record.bar().timeframe());
  }

  private static int symbol(MarketRecord record, PortfolioLayout layout) {
    Event event = record.event();
    Bar bar = record.bar();
    if (bar != null) {
      return bar.symbol();
    }
    return event == null ? -1 : layout.universe().indexOf(event.symbol());
  }

  private static PortfolioLayout sampleLayout() {
    List<String> symbols = SyntheticMarket.of(3).universe().symbols();
    return PortfolioLayouts.of(
        Map.of(Timeframe.H12, symbols, Timeframe.D1, symbols.subList(4, 17)));
  }

  @Test
  void aRowOffTheGridDecidesNeitherTheTimeframeNorTheEnd() {
    Reading.write(
        folder, "BTC-USDT.csv", DAYS[0], DAYS[1], DAYS[2], "2024-01-03T12:00:00Z,12,14,11,13,0");
    BarInventory inventory = BarFolder.inventory(folder, DAILY);
    assertThat(inventory.source()).isEqualTo(Timeframe.D1);
    assertThat(inventory.latestClose()).isEqualTo(millis("2024-01-04T00:00:00Z"));
    assertThat(inventory.files().get(0).goodRows()).isEqualTo(3);
  }

  @Test
  void rejectsWhatPodsCannotBeServedFrom() {
    Reading.write(folder, "BTC-USDT.csv", DAYS);
    refused(
        PortfolioLayouts.of(Timeframe.H12, "BTC/USDT"),
        "pod 'pod-12H' needs bars of 12H, which cannot be made from the bars of 1D");
  }

  @Test
  void rejectsAFolderWithoutAnyOfTheSymbols() {
    Reading.write(folder, "ETH-USDT.csv", DAYS);
    refused(DAILY, "for any symbol of the configuration (expected: such as BTC-USDT.csv)");
    assertThatThrownBy(() -> BarFolder.inventory(folder.resolve("absent"), DAILY))
        .isInstanceOf(BarInputException.class)
        .hasMessageContaining("no folder of bars at");
  }

  @Test
  void rejectsAHeaderThatLacksAColumn() throws IOException {
    Files.writeString(folder.resolve("BTC-USDT.csv"), "timestamp,open,high,last\n");
    refused(DAILY, "BTC-USDT.csv: no column low, close in the header");
    Files.writeString(
        folder.resolve("BTC-USDT.csv"), "timestamp,open,high,low,close,volume,open\n");
    refused(DAILY, "BTC-USDT.csv: column open is there twice");
    Files.writeString(folder.resolve("BTC-USDT.csv"), "\n \n");
    refused(DAILY, "BTC-USDT.csv is empty (expected: a header and rows)");
    Files.writeString(folder.resolve("BTC-USDT.csv"), Reading.HEADER);
    assertThatThrownBy(() -> Reading.of(folder, DAILY, RANGE))
        .isInstanceOf(BarInputException.class)
        .hasMessageContaining("no row in");
  }

  @Test
  void rejectsBarsOfTwoLengths() {
    Reading.write(folder, "BTC-USDT.csv", DAYS);
    Reading.write(
        folder,
        "ETH-USDT.csv",
        "2024-01-01T00:00:00Z,10,12,9,11,1",
        "2024-01-01T01:00:00Z,10,12,9,11,1");
    refused(
        PortfolioLayouts.of(Timeframe.D1, "BTC/USDT", "ETH/USDT"),
        "ETH-USDT.csv has bars of 1h, the folder of 1D (expected: one length)");
  }

  @Test
  void rejectsBarsWhoseLengthCannotBeTold() {
    Reading.write(folder, "BTC-USDT.csv", DAYS[0]);
    refused(DAILY, "the length of the bars in");
  }

  @Test
  void rejectsASymbolWithTwoFilesAndABrokenGzip() throws IOException {
    Files.writeString(folder.resolve("BTC-USDT.csv.gz"), "no gzip at all");
    refused(DAILY, "BTC-USDT.csv.gz is no complete gzip file");
    Reading.write(folder, "BTC-USDT.csv", DAYS);
    refused(DAILY, "BTC/USDT has two files");
  }

  @Test
  void rejectsAFileThatHasChangedAndAShardOutOfBounds() {
    Reading.write(folder, "BTC-USDT.csv", DAYS);
    BarInventory inventory = BarFolder.inventory(folder, DAILY);
    RunWindow window = BarFolder.window(RANGE, inventory);
    assertThatThrownBy(() -> BarFolder.open(inventory, DAILY, window, 2, 2))
        .hasMessage("shard 2 (expected: 0 to below 2)");
    Reading.write(folder, "BTC-USDT.csv", DAYS[0]);
    assertThatThrownBy(() -> BarFolder.open(inventory, DAILY, window, 0, 1))
        .isInstanceOf(BarInputException.class)
        .hasMessage("BTC-USDT.csv has changed since the run began");
  }

  private void refused(PortfolioLayout layout, String why) {
    assertThatThrownBy(() -> BarFolder.inventory(folder, layout))
        .isInstanceOf(BarInputException.class)
        .hasMessageContaining(why);
  }

  private static long millis(String time) {
    return Instant.parse(time).toEpochMilli();
  }
}
