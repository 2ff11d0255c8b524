package io.podflow.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.InputCounts;
import io.podflow.domain.settings.BacktestSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every kind of odd row, one at a time: hourly rows of two days, of which the second is the run.
 */
class OddRowsTest {

  private static final String FILE = "BTC-USDT.csv";
  private static final PortfolioLayout ROSTER = PortfolioLayouts.of(Timeframe.H12, "BTC/USDT");
  private static final BacktestSettings RANGE =
      PortfolioLayouts.range("2024-01-02", "2024-01-02", 0);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private final List<String> rows = new ArrayList<>(hours("2024-01-01T00:00:00Z", 72));

  private static List<String> hours(String from, int count) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(Instant.parse(from).plusSeconds(3_600L * i) + ",10,12,9,11," + (i + 1));
    }
    return rows;
  }

  /** The row that opens at {@code hour} of the day of the run is this line of the file. */
  private static int line(int hour) {
    return 2 + 24 + hour;
  }

  private Reading read() {
    Reading.write(folder, FILE, rows.toArray(String[]::new));
    return Reading.of(folder, ROSTER, RANGE);
  }

  @Test
  void soundRowsGiveNoEvents() {
    Reading reading = read();
    assertThat(reading.events()).isEmpty();
    assertThat(reading.bars())
        .extracting(Bar::closeTime)
        .containsExactly(millis("2024-01-02T12:00:00Z"), millis("2024-01-03T00:00:00Z"));
    assertThat(reading.counts()).isEqualTo(new InputCounts(24, 2, 0, 0, 0, 0, 0, 0, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-01-02T05:00:00Z,x,12,9,11,1 | open 'x' is not a number",
        "2024-01-02T05:00:00Z,10,NaN,9,11,1 | high 'NaN' is not a number",
        "2024-01-02T05:00:00Z,10,1e999,9,11,1 | high '1e999' is not a number",
        "2024-01-02T05:00:00Z,10,12,9,11d,1 | close '11d' is not a number",
        "2024-01-02T05:00:00Z,10,12,,11,1 | low '' is not a number",
        "2024-01-02T05:00:00Z,0,12,9,11,1 | open 0.0 is not above 0",
        "2024-01-02T05:00:00Z,10,12,-9,11,1 | low -9.0 is not above 0",
        "2024-01-02T05:00:00Z,10,10.5,9,11,1 | high 10.5 is below close 11.0",
        "2024-01-02T05:00:00Z,10,12,10.5,11,1 | open 10.0 is below low 10.5",
        "2024-01-02T05:00:00Z,10,9,12,11,1 | high 9.0 is below low 12.0",
        "2024-01-02T05:00:00Z,10,12,9,11,-1 | volume -1.0 is below 0",
        "2024-01-02T05:00:00Z,10,12,9,11 | 5 fields (expected: 6)",
        "2024-01-02T05:00:00Z,10,12,9,11,1,7 | 7 fields (expected: 6)",
        "2024-02-30T05:00:00Z,10,12,9,11,1 | timestamp '2024-02-30T05:00:00Z' is not a time",
        "2024-01-02T25:00:00Z,10,12,9,11,1 | timestamp '2024-01-02T25:00:00Z' is not a time",
        "2024-1-2,10,12,9,11,1 | timestamp '2024-1-2' is not a time",
        "1.7042e9,10,12,9,11,1 | timestamp '1.7042e9' is not a time",
        "2024-01-02T05:30:00Z,10,12,9,11,1 | timestamp 2024-01-02T05:30:00Z is not the open of a 1h bar in UTC",
        "garbage | 1 fields (expected: 6)",
      })
  void aBadRowIsRejectedWithFileAndLine(String row, String why) {
    rows.set(24 + 5, row);
    Reading reading = read();
    assertThat(reading.events())
        .containsExactly(
            Event.data(
                millis("2024-01-02T12:00:00Z"),
                "",
                "BTC/USDT",
                Severity.WARNING,
                FILE + ":" + line(5) + ": " + why),
            Event.data(
                millis("2024-01-02T12:00:00Z"),
                "",
                "BTC/USDT",
                Severity.INFO,
                "12H bar from 11 of 12 1h bars"));
    assertThat(reading.counts()).isEqualTo(new InputCounts(24, 2, 1, 0, 0, 0, 1, 0, 0));
    assertThat(reading.records().get(2).bar()).isNotNull();
  }

  @Test
  void duplicatesAreIgnoredAndReportedOncePerFile() {
    rows.add(24 + 5, rows.get(24 + 5).replace(",10,", ",10.0,"));
    rows.add(24 + 9, rows.get(24 + 9));
    Reading reading = read();
    assertThat(reading.events())
        .containsExactly(
            Event.data(
                millis("2024-01-03T00:00:00Z"),
                "",
                "BTC/USDT",
                Severity.INFO,
                FILE + ":" + line(6) + ": repeats a line before it, ignored; 2 such rows in all"));
    assertThat(reading.counts()).isEqualTo(new InputCounts(26, 2, 0, 2, 0, 0, 0, 0, 0));
  }

  @Test
  @Tag("DA3")
  void ofSeveralRowsOfOneTimeTheLastLineCountsAndItIsToldOnce() {
    rows.add(24 + 12, "2024-01-02T11:00:00Z,10,12,9,11.5,1");
    rows.add(24 + 13, "2024-01-02T11:00:00Z,10,12,9,11.25,1");
    Reading reading = read();
    assertThat(reading.events())
        .containsExactly(
            Event.data(
                millis("2024-01-03T00:00:00Z"),
                "",
                "BTC/USDT",
                Severity.WARNING,
                FILE
                    + ":"
                    + line(12)
                    + ": other figures than a line before it of the same time, which it"
                    + " supersedes; 2 such rows in all"));
    assertThat(reading.bars().get(0).close()).isEqualTo(11.25);
    assertThat(reading.counts()).isEqualTo(new InputCounts(26, 2, 0, 0, 2, 0, 0, 0, 0));
  }

  @Test
  @Tag("DA3")
  void theLaterLineCountsFarFromTheFirstToo() {
    rows.add(24 + 20, "2024-01-02T11:00:00Z,10,12,9,11.5,1");
    Reading reading = read();
    assertThat(reading.bars().get(0).close()).isEqualTo(11.5);
    assertThat(reading.counts().conflicts()).isEqualTo(1);
  }

  @Test
  @Tag("DA2")
  void aRowOutOfOrderIsPutInOrder() {
    Reading inOrder = read();
    rows.add(24 + 20, rows.remove(24 + 3));
    assertThat(read()).isEqualTo(inOrder);
    Collections.reverse(rows);
    assertThat(read()).isEqualTo(inOrder);
  }

  @Test
  void rowsOfLongAgoAndOfTheFutureInTheMiddleHideNothing() {
    rows.set(24 + 5, "1999-01-01T00:00:00Z,10,12,9,11,1");
    rows.set(24 + 7, "2091-01-01T00:00:00Z,10,12,9,11,1");
    Reading reading = read();
    assertThat(reading.messages()).containsExactly("12H bar from 10 of 12 1h bars");
    assertThat(reading.bars()).hasSize(2);
  }

  @Test
  void aMalformedRowOfAFileThatIsSortedKeepsItsLine() {
    rows.set(24 + 5, "garbage");
    rows.add(24 + 20, rows.remove(24 + 13));
    assertThat(read().messages())
        .containsExactly(
            FILE + ":" + line(5) + ": 1 fields (expected: 6)", "12H bar from 11 of 12 1h bars");
  }

  @Test
  void oddRowsOutsideTheRangeAreNotLookedAt() {
    rows.set(3, "garbage");
    rows.set(7, rows.get(6));
    rows.set(9, "2024-01-01T09:00:00Z,10,12,13,11,1");
    rows.set(60, "garbage");
    rows.set(61, rows.get(62));
    Reading reading = read();
    assertThat(reading.events()).isEmpty();
    assertThat(reading.counts().rows()).isEqualTo(24);
  }

  @Test
  void garbageAtTheEdgesBelongsToTheRangeWhenTheNextRowThatCanBePlacedDoes() {
    rows.set(24, "garbage");
    rows.set(24 + 23, "garbage");
    assertThat(read().messages())
        .containsExactly(
            FILE + ":" + line(0) + ": 1 fields (expected: 6)",
            "12H bar from 11 of 12 1h bars",
            FILE + ":" + line(23) + ": 1 fields (expected: 6)",
            "12H bar from 11 of 12 1h bars");
  }

  @Test
  void aMissingBarIsToldByTheNextOne() {
    rows.subList(24 + 12, 24 + 24).clear();
    Reading.write(folder, FILE, rows.toArray(String[]::new));
    Reading reading =
        Reading.of(folder, ROSTER, PortfolioLayouts.range("2024-01-02", "2024-01-03", 0));
    assertThat(reading.messages()).containsExactly("no 12H bar at the 1 close before");
    assertThat(reading.events().get(0).time()).isEqualTo(millis("2024-01-03T12:00:00Z"));
    assertThat(reading.counts().missedCloses()).isEqualTo(1);
  }

  @Test
  void blankLinesAndLineEndsOfWindowsAreFine() {
    rows.replaceAll(row -> row + "\r");
    rows.add(24 + 5, "");
    rows.add("   ");
    Reading reading = read();
    assertThat(reading.events()).isEmpty();
    assertThat(reading.bars()).hasSize(2);
  }

  @Test
  void anEndlessLineIsRejectedAndTheNextOnesAreRead() {
    rows.set(24 + 5, "2024-01-02T05:00:00Z," + "9".repeat(300_000));
    assertThat(read().messages())
        .containsExactly(
            FILE + ":" + line(5) + ": line is longer than 65536 bytes",
            "12H bar from 11 of 12 1h bars");
  }

  @Test
  void strictFailsWithTheFirstPlaceAndTheCount() {
    rows.set(24 + 5, "garbage");
    rows.set(24 + 8, "garbage");
    rows.add(24 + 20, "2024-01-02T03:00:00Z,10,12,9,11,1");
    Reading.write(folder, FILE, rows.toArray(String[]::new));
    BarInventory inventory = BarFolder.inventory(folder, ROSTER);
    try (MarketRecords records =
        BarFolder.open(inventory, ROSTER, BarFolder.window(RANGE, inventory), 0, 1, true)) {
      assertThatThrownBy(() -> records.forEachRemaining(record -> {}))
          .isInstanceOf(StrictInputException.class)
          .hasMessage(
              "3 rows were rejected or superseded; the first: "
                  + FILE
                  + ":"
                  + line(20)
                  + ": other figures than a line before it of the same time");
    }
  }

  @Test
  void strictDoesNotMindDuplicatesAndGaps() {
    rows.add(24 + 5, rows.get(24 + 5));
    rows.remove(24 + 15);
    Reading.write(folder, FILE, rows.toArray(String[]::new));
    BarInventory inventory = BarFolder.inventory(folder, ROSTER);
    try (MarketRecords records =
        BarFolder.open(inventory, ROSTER, BarFolder.window(RANGE, inventory), 0, 1, true)) {
      assertThat(records).toIterable().hasSize(4);
    }
  }

  private static long millis(String time) {
    return Instant.parse(time).toEpochMilli();
  }
}
