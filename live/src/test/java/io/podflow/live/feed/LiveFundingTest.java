package io.podflow.live.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.config.ConfigReader;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.FundingRates;
import io.podflow.domain.execution.PositionReport;
import io.podflow.domain.execution.PositionSnapshot;
import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.market.FundingRate;
import io.podflow.domain.market.MarketRecord;
import io.podflow.domain.market.Universe;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.FeedItem;
import io.podflow.job.state.MarketItem;
import io.podflow.job.step.EntranceOutput;
import io.podflow.job.step.MarketEntrance;
import io.podflow.job.testing.ListFeed;
import io.podflow.job.testing.LiveFeed;
import io.podflow.job.testing.RandomPortfolio;
import io.podflow.job.testing.RunTables;
import io.podflow.job.testing.Runs;
import io.podflow.job.version.VersionText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rates of funding as records of a live feed, over the live gate and on a real Flink. */
@Tag("EV7")
class LiveFundingTest {

  private static final int DAYS = 60;
  private static final long HOUR = Timeframe.H1.millis();
  private static final List<String> DECIDED =
      List.of(
          "assets",
          "pods",
          "allocations",
          "targets",
          "orders",
          "fills",
          "pod_fills",
          "positions",
          "equity",
          "monitors",
          "unsent");

  @TempDir private Path folder;

  private final PodflowSettings settings = settings();
  private final RunScope flat = RandomPortfolio.scope(settings, DAYS);
  private final Universe universe = flat.layout().universe();
  private final long from = flat.window().from();
  private final RunScope funded = flat.with(series());
  private final ConfigVersion first = ConfigVersion.first("start", VersionText.of(settings));
  private final List<Bar> rows =
      new RandomPortfolio(21, DAYS)
          .market(flat).bars().stream().filter(bar -> bar.timeframe() == Timeframe.H12).toList();
  private final List<FundingRate> rates =
      ReplayedRates.of(funded.funding().series(), flat.window());

  private LiveFeed feed() {
    return new LiveFeed(rows, universe, universe);
  }

  private Map<String, List<String>> live(LiveFeed feed, int parallelism) throws Exception {
    return feed.run(flat, first, parallelism, folder);
  }

  @Test
  @Tag("J3")
  void aReplayPaysWhatTheBacktestPays() throws Exception {
    Map<String, List<String>> backtest = decided(backtest());

    assertThat(decided(live(feed().with(rates), 2))).isEqualTo(backtest);
    assertThat(values(backtest, "pods", 9)).as("funding of pods").anyMatch(paid -> paid != 0);
    assertThat(values(backtest, "equity", 8)).as("funding").anyMatch(paid -> paid != 0);
    assertThat(decided(live(feed(), 1))).as("without the records").isNotEqualTo(backtest);
  }

  /** What comes too late, twice or with another figure is told and changes nothing. */
  @Test
  @Tag("DA3")
  void whatIsNotUsedIsToldAndChangesNothing() throws Exception {
    LiveFeed feed = feed().with(rates);
    FundingRate some = rates.get(rates.size() / 2);
    long close = Timeframe.H12.nextClose(some.time() - 1);
    FundingRate other = new FundingRate(some.symbol(), some.time(), some.rate() + 0.1);
    FundingRate late = new FundingRate(some.symbol(), some.time() + 1, 0.1);
    feed.with(close, FeedItem.of(some)).with(close, FeedItem.of(other));
    feed.with(close + Timeframe.H12.millis(), FeedItem.of(late));

    Map<String, List<String>> run = live(feed, 1);

    assertThat(decided(run)).isEqualTo(decided(live(feed().with(rates), 1)));
    assertThat(rows(run, "events"))
        .filteredOn(row -> row.contains("rate of funding of"))
        .hasSize(2)
        .anyMatch(row -> row.contains(some.symbol()) && row.contains("another rate than"))
        .anyMatch(row -> row.contains(some.symbol()) && row.contains("late rate"));
  }

  /** What an exchange side says of its profit, payments included, is no part of a pod's account. */
  @Test
  @Tag("EV8")
  void paymentsOfTheVenueDoNotReachThePodsOwnAccounts() throws Exception {
    RunScope external = flat.with(TradingMode.EXTERNAL);
    LiveFeed feed = feed().with(rates);

    Map<String, List<String>> silent = feed.run(external, first, reports(Double.NaN), 1, folder);
    Map<String, List<String>> paying = feed.run(external, first, reports(-500), 1, folder);

    assertThat(rows(paying, "events")).anyMatch(row -> row.contains("profit"));
    assertThat(rows(silent, "events")).noneMatch(row -> row.contains("profit"));
    assertThat(own(paying)).isEqualTo(own(silent)).isEqualTo(own(backtest()));
  }

  /** At every close that all is reported, and what a venue has made out of it. */
  private List<ExchangeReport> reports(double profit) {
    List<ExchangeReport> reports = new ArrayList<>();
    PositionSnapshot snapshot =
        new PositionSnapshot(
            List.of(new PositionReport(universe.symbol(0), 0, 0, profit)), List.of());
    long sequence = 1;
    for (long close = from; close <= flat.window().horizon(); close += Timeframe.H12.millis()) {
      if (close > from + 5 * Timeframe.D1.millis()) {
        reports.add(ExchangeReport.positions(close, sequence++, snapshot));
      }
      reports.add(ExchangeReport.heartbeat(close, sequence++, true));
    }
    return reports;
  }

  /** Time, pod, daily return, index and funding. */
  private static List<String> own(Map<String, List<String>> tables) {
    List<String> own = new ArrayList<>();
    for (String row : rows(tables, "pods")) {
      String[] cells = row.split("\\|", -1);
      own.add(String.join("|", cells[0], cells[1], cells[6], cells[7], cells[9]));
    }
    assertThat(own).isNotEmpty();
    return own;
  }

  private Map<String, List<String>> backtest() throws Exception {
    return RunTables.of(new Runs(funded, new ListFeed(bars()), folder).database());
  }

  /** What the gate makes of the rows: a backtest of files would put them together as well. */
  private List<Bar> bars() {
    List<Bar> bars = new ArrayList<>();
    MarketEntrance entrance =
        new MarketEntrance(
            flat,
            LiveFundingTest.class.getClassLoader(),
            new EntranceOutput<>() {
              @Override
              public void emit(MarketItem item, long time) {
                MarketRecord record = item.record();
                if (record != null && record.bar() != null) {
                  bars.add(record.bar());
                }
              }

              @Override
              public void advance(long time) {}
            });
    feed().items(first).forEach(entrance::take);
    return bars;
  }

  /** Every eight hours with a hole; at odd minutes; and only from the twentieth day on. */
  private Map<String, FundingRates.Series> series() {
    SplittableRandom random = new SplittableRandom(3);
    Map<String, FundingRates.Series> series = new TreeMap<>();
    for (int symbol = 0; symbol < 3; symbol++) {
      List<FundingRate> all = new ArrayList<>();
      long begin = symbol == 2 ? from + 20 * 24 * HOUR : flat.window().warmUpFrom() - 24 * HOUR;
      for (long time = begin; time < flat.window().horizon() + 24 * HOUR; time += 8 * HOUR) {
        boolean hole = symbol == 0 && random.nextInt(10) == 0;
        if (!hole) {
          long odd = symbol == 1 ? 1 + random.nextLong(HOUR) : 0;
          all.add(new FundingRate("", time + odd, 0.01 * (random.nextDouble() - 0.4)));
        }
      }
      series.put(
          universe.symbol(symbol),
          new FundingRates.Series(
              all.stream().mapToLong(FundingRate::time).toArray(),
              all.stream().mapToDouble(FundingRate::rate).toArray()));
    }
    return series;
  }

  private static List<Double> values(Map<String, List<String>> tables, String table, int column) {
    return rows(tables, table).stream()
        .map(row -> Double.parseDouble(row.split("\\|", -1)[column]))
        .toList();
  }

  private static List<String> rows(Map<String, List<String>> tables, String table) {
    return Objects.requireNonNull(tables.get(table), table);
  }

  private static Map<String, List<String>> decided(Map<String, List<String>> tables) {
    Map<String, List<String>> decided = new TreeMap<>();
    DECIDED.forEach(table -> decided.put(table, rows(tables, table)));
    return decided;
  }

  private static PodflowSettings settings() {
    String yaml =
        "backtest: {capital: 10000, warmup_days: 10}\norchestrator:\n  funding_bps_per_8h: 4\n"
            + "  live: {reconcile_policy: adopt}\n  pods:\n"
            + pod("half", "R0/U, R1/U, R2/U, R3/U", "12H")
            + pod("whole", "R1/U, R2/U, R3/U", "1D");
    return ConfigReader.installed().parse(yaml, "funding").orThrow();
  }

  private static String pod(String id, String symbols, String timeframe) {
    return "    - {pod_id: %s, strategy_name: ts-momentum, symbols: [%s], timeframe: %s,"
            .formatted(id, symbols, timeframe)
        + " strategy_params: {lookback: 5, vol_window: 5}, initial_state: production,"
        + " initial_fraction: 0.4, max_fraction: 0.5}\n";
  }
}
