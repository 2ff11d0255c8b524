package io.podflow.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real bars: what an exchange itself aggregated, its outages, a delisting and a listing. */
class RealBarsTest {

  /** Where a flat row without volume stands for no trade, which the exchange's own bar skips. */
  private static final long KNOWN_EXCEPTION = millis("2023-03-25T00:00:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"BTC/USDT", "ETH/USDT", "BNB/USDT", "SOL/USDT", "XRP/USDT"})
  void hourlyBarsAggregateToTheExchangesOwnTwelveHourBars(String symbol) {
    PortfolioLayout layout = PortfolioLayouts.of(Timeframe.H12, symbol);
    var range = PortfolioLayouts.range("2020-01-01", "2025-12-31", 0);
    List<Bar> made = Reading.of(Shared.path("data/1h"), layout, range).bars();
    List<Bar> own = Reading.of(Shared.path("data/12h_native"), layout, range).bars();

    assertThat(made).hasSameSizeAs(own).hasSize(3_651);
    for (int i = 0; i < made.size(); i++) {
      assertThat(made.get(i).closeTime()).isEqualTo(own.get(i).closeTime());
      assertThat(made.get(i).volume())
          .isCloseTo(own.get(i).volume(), within(1e-9 * own.get(i).volume()));
    }
    assertThat(differing(made, own))
        .containsExactlyElementsOf(
            symbol.equals("SOL/USDT") ? List.of() : List.of(KNOWN_EXCEPTION));
  }

  private static List<Long> differing(List<Bar> made, List<Bar> own) {
    Set<Long> differing = new TreeSet<>();
    for (int i = 0; i < made.size(); i++) {
      Bar a = made.get(i);
      Bar b = own.get(i);
      if (a.open() != b.open()
          || a.high() != b.high()
          || a.low() != b.low()
          || a.close() != b.close()) {
        differing.add(a.closeTime());
      }
    }
    return List.copyOf(differing);
  }

  @Test
  void theKnownExceptionIsTheRowWithoutTrades() {
    var range = PortfolioLayouts.range("2023-03-24", "2023-03-24", 0);
    PortfolioLayout layout = PortfolioLayouts.of(Timeframe.H12, "BTC/USDT", "ETH/USDT");
    List<Bar> made = Reading.of(Shared.path("data/1h"), layout, range).bars();
    List<Bar> own = Reading.of(Shared.path("data/12h_native"), layout, range).bars();
    assertThat(made.get(2).open()).isEqualTo(28_080.0);
    assertThat(own.get(2).open()).isEqualTo(28_079.99);
    assertThat(made.get(3).high()).isNotEqualTo(own.get(3).high());
    assertThat(made.get(2).close()).isEqualTo(own.get(2).close());
  }

  @Test
  void outagesGiveGapEventsAndNothingElse() throws IOException {
    PortfolioLayout layout = PortfolioLayouts.of(Timeframe.H12, "BTC/USDT");
    Reading reading =
        Reading.of(
            Shared.path("data/1h"), layout, PortfolioLayouts.range("2020-09-20", "2025-09-19", 0));
    Set<Long> expected = new HashSet<>();
    for (String line : Files.readAllLines(Shared.path("data/ANOMALIES.csv"))) {
      if (line.startsWith("1h/BTC-USDT") && line.contains("GAP")) {
        String afterTheGap = line.split(",", -1)[1];
        expected.add(Timeframe.H12.closeOf(millis(afterTheGap) - 1));
      }
    }
    List<Event> gaps =
        reading.events().stream().filter(e -> e.message().startsWith("12H bar from")).toList();
    assertThat(gaps.stream().map(Event::time).collect(Collectors.toSet())).isEqualTo(expected);
    assertThat(gaps).hasSize(10).allSatisfy(e -> assertThat(e.severity()).isEqualTo(Severity.INFO));
    assertThat(gaps.get(0).message()).isEqualTo("12H bar from 11 of 12 1h bars");

    assertThat(reading.counts().gapBuckets()).isEqualTo(10);
    assertThat(reading.counts().cutOffBuckets()).isEqualTo(1);
    assertThat(reading.counts().offences() + reading.counts().duplicates()).isZero();
    Event last = reading.events().get(reading.events().size() - 1);
    assertThat(last.message())
        .isEqualTo("12H bar cut off by the end of the input, not used: 11 of 12 1h bars");
    assertThat(last.time()).isEqualTo(millis("2025-09-19T23:00:00Z"));
  }

  @Test
  void aDelistingAndAListingAreOrdinaryDays() {
    PortfolioLayout layout =
        PortfolioLayouts.of(Timeframe.D1, "BTC/USDT", "MATIC/USDT", "POL/USDT");
    Reading reading =
        Reading.of(
            Shared.path("data/1d"), layout, PortfolioLayouts.range("2021-01-01", "2025-12-31", 0));
    assertThat(reading.events())
        .containsExactly(
            Event.data(
                millis("2024-09-11T00:00:00Z"),
                "",
                "MATIC/USDT",
                Severity.INFO,
                "last bar, to 2024-09-11T00:00:00Z"),
            Event.data(
                millis("2024-09-14T00:00:00Z"),
                "",
                "POL/USDT",
                Severity.INFO,
                "first bar, from 2024-09-13T00:00:00Z"));
    assertThat(reading.bars().stream().filter(b -> b.symbol() == 2).findFirst().orElseThrow())
        .extracting(Bar::closeTime)
        .isEqualTo(millis("2024-09-14T00:00:00Z"));
    assertThat(reading.bars().stream().filter(b -> b.symbol() == 0)).hasSize(1_826);
  }

  @Test
  void minutesInGzipGiveBarsOfEveryTimeframeInOrder() {
    Path folder = Shared.path("data/1m");
    PortfolioLayout layout =
        PortfolioLayouts.of(
            Map.of(
                Timeframe.H2, List.of("BTC/USDT"),
                Timeframe.H3, List.of("BTC/USDT"),
                Timeframe.D1, List.of("ETH/USDT", "BTC/USDT")));
    Reading reading =
        Reading.of(folder, layout, PortfolioLayouts.range("2025-05-20", "2025-08-18", 0));
    assertThat(reading.bars())
        .isSortedAccordingTo(
            (a, b) ->
                a.closeTime() != b.closeTime()
                    ? Long.compare(a.closeTime(), b.closeTime())
                    : a.symbol() != b.symbol()
                        ? Integer.compare(a.symbol(), b.symbol())
                        : a.timeframe().compareTo(b.timeframe()));
    assertThat(reading.counts().rows()).isEqualTo(2 * 130_707);
    assertThat(reading.counts().cutOffBuckets()).isEqualTo(4);
    List<Bar> days = reading.bars().stream().filter(b -> b.timeframe() == Timeframe.D1).toList();
    List<Bar> own =
        Reading.of(
                Shared.path("data/1d"),
                PortfolioLayouts.of(Timeframe.D1, "BTC/USDT", "ETH/USDT"),
                PortfolioLayouts.range("2025-05-20", "2025-08-17", 0))
            .bars();
    assertThat(days)
        .usingElementComparator((a, b) -> sameButVolume(a, b) ? 0 : 1)
        .containsExactlyElementsOf(own);
  }

  private static boolean sameButVolume(Bar a, Bar b) {
    return a.closeTime() == b.closeTime()
        && a.symbol() == b.symbol()
        && a.open() == b.open()
        && a.high() == b.high()
        && a.low() == b.low()
        && a.close() == b.close()
        && Math.abs(a.volume() - b.volume()) <= 1e-9 * b.volume();
  }

  private static long millis(String time) {
    return Instant.parse(time).toEpochMilli();
  }
}
