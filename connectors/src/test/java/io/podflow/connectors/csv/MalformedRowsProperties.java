package io.podflow.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.MarketRecord;
import io.podflow.domain.market.RunWindow;
import io.podflow.domain.settings.BacktestSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** However lines are spoilt, each is reported with its number, and no other is. */
@Tag("DA1")
class MalformedRowsProperties {

  private static final int ROWS = 120;
  private static final PortfolioLayout ROSTER =
      PortfolioLayouts.of(
          Map.of(Timeframe.H2, List.of("BTC/USDT"), Timeframe.H3, List.of("BTC/USDT")));
  private static final BacktestSettings RANGE =
      PortfolioLayouts.range("2024-01-01", "2024-01-05", 0);

  @Property(tries = 200)
  void everySpoiltLineIsReportedWithItsNumber(@ForAll("spoilings") Map<Integer, String> spoilings)
      throws IOException {
    Path folder = Files.createTempDirectory("podflow-spoilt");
    try {
      Reading.write(folder, "BTC-USDT.csv", rows(spoilings).toArray(String[]::new));
      Reading reading = Reading.of(folder, ROSTER, RANGE);
      assertThat(reportedLines(reading))
          .isEqualTo(
              spoilings.keySet().stream()
                  .map(row -> row + 2)
                  .collect(Collectors.toCollection(TreeSet::new)));
      assertThat(reading.counts().offences()).isEqualTo(spoilings.size());
      assertThat(reading.counts().rows()).isEqualTo(ROWS);
      inOrder(reading, folder);
      strictFailsUnlessSound(folder, spoilings.size());
    } finally {
      try (var files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(f -> f.delete());
      }
    }
  }

  private static Set<Integer> reportedLines(Reading reading) {
    return reading.messages().stream()
        .filter(message -> message.startsWith("BTC-USDT.csv:"))
        .map(message -> Integer.parseInt(message.split(":", -1)[1].split(" ", -1)[0]))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void inOrder(Reading reading, Path folder) {
    BarInventory inventory = BarFolder.inventory(folder, ROSTER);
    RunWindow window = BarFolder.window(RANGE, inventory);
    long previous = window.warmUpFrom();
    boolean bars = false;
    for (MarketRecord record : reading.records()) {
      Bar bar = record.bar();
      long time = record.time();
      assertThat(time).isBetween(window.warmUpFrom() + 1, window.horizon());
      assertThat(time).isGreaterThanOrEqualTo(previous);
      assertThat(time == previous && bars && bar == null).as("event after bar").isFalse();
      bars = bar != null;
      previous = time;
    }
  }

  private static void strictFailsUnlessSound(Path folder, int count) {
    BarInventory inventory = BarFolder.inventory(folder, ROSTER);
    RunWindow window = BarFolder.window(RANGE, inventory);
    try (MarketRecords records = BarFolder.open(inventory, ROSTER, window, 0, 1, true)) {
      if (count == 0) {
        records.forEachRemaining(record -> {});
      } else {
        assertThatThrownBy(() -> records.forEachRemaining(record -> {}))
            .isInstanceOfSatisfying(
                StrictInputException.class, e -> assertThat(e.count()).isEqualTo(count));
      }
    }
  }

  private static List<String> rows(Map<Integer, String> spoilings) {
    return IntStream.range(0, ROWS)
        .mapToObj(
            row -> {
              String time = Instant.ofEpochSecond(1_704_067_200L + 3_600L * row).toString();
              String spoilt = spoilings.get(row);
              return spoilt == null ? time + ",10,12,9,11,5" : spoilt.replace("TIME", time);
            })
        .toList();
  }

  @Provide
  Arbitrary<Map<Integer, String>> spoilings() {
    Arbitrary<String> spoilt =
        Arbitraries.oneOf(
            Arbitraries.of(
                "TIME,10,8,9,11,5",
                "TIME,10,12,9,11,-5",
                "TIME,10,12,9,11",
                "TIME,10,12,9,11,5,",
                "TIME,10,12,9,1.1.1,5",
                "TIME,10,12,0,11,5",
                "TIME;10;12;9;11;5",
                "2024-01-01T00:17:00Z,10,12,9,11,5",
                "2023-12-31T00:00:00Z,10,12,9",
                "2095-01-01T00:00:00Z,10,12,9,11,x",
                "timestamp,open,high,low,close,volume",
                "\"TIME,10,12,9,11,5"),
            Arbitraries.strings()
                .all()
                .ofMinLength(1)
                .ofMaxLength(40)
                .map(MalformedRowsProperties::oneLine));
    return Arbitraries.maps(Arbitraries.integers().between(0, ROWS - 2), spoilt)
        .ofMaxSize(40)
        .map(TreeMap::new);
  }

  private static String oneLine(String text) {
    return "x" + text.replace('\n', ' ').replace('\r', ' ');
  }
}
