package io.podflow.job.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.config.ConfigReader;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.Universe;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.FeedItem;
import io.podflow.job.testing.ListFeed;
import io.podflow.job.testing.LiveFeed;
import io.podflow.job.testing.RandomPortfolio;
import io.podflow.job.testing.Runs;
import io.podflow.job.testing.Runs.Stretch;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job whose configuration changes while it runs, over the live gate and on a real Flink. */
class LiveVersionsTest {

  private static final int DAYS = 60;

  private static final String GONE =
      "{pod_id: gone, strategy_name: buy-and-hold, symbols: [R0/U, R1/U], initial_fraction: 0.3, max_fraction: 0.3,"
          + " initial_state: production}";
  private static final String STAY =
      "{pod_id: stay, strategy_name: buy-and-hold, symbols: [R1/U, R2/U], initial_fraction: 0.2, max_fraction: 0.3,"
          + " initial_state: production}";
  private static final String WIDE =
      "{pod_id: wide, strategy_name: ts-momentum, symbols: [R2/U, R3/U], initial_fraction: 0.1, max_fraction: 0.3,"
          + " strategy_params: {lookback: 5, vol_window: 5}, initial_state: production}";
  private static final String LATE =
      "{pod_id: late, strategy_name: ts-momentum, symbols: [R3/U, R4/U], initial_fraction: 0.1, max_fraction: 0.3,"
          + " strategy_params: {lookback: 5, vol_window: 5}, initial_state: production,"
          + " asset_allocation: {method: inverse_volatility, min_weight: 0.1, max_weight: 1.0}}";

  @TempDir private Path folder;

  private final PodflowSettings before = settings(GONE, STAY, WIDE);
  private final RunScope scope = RandomPortfolio.scope(before, DAYS);
  private final ConfigVersion first = ConfigVersion.first("start", VersionText.of(before));

  @Test
  @Tag("E1")
  @Tag("E2")
  @Tag("G1")
  void removedAndAddedWhileRunningDecidesAsRemovedAndAddedByARestart() throws Exception {
    PodflowSettings next = settings(STAY, WIDE, LATE.replace(", R4/U", ""));
    PortfolioLayout after = PortfolioLayout.of(next.orchestrator(), scope.layout().lineage());
    RunScope restarted =
        new RunScope(after, scope.window(), scope.capital(), scope.funding(), scope.mode());
    ListFeed bars = new RandomPortfolio(11, DAYS).market(scope);
    int half = bars.bars().size() / 2;
    Map<String, List<String>> byRestart =
        new Runs(restarted, bars, folder)
            .switched(List.of(new Stretch(scope, List.of((long) half))), 1);
    String moment = timeOf(byRestart, "no longer configured");

    long close = Instant.parse(moment).toEpochMilli();
    LiveFeed feed = new LiveFeed(bars.bars(), after.universe(), after.universe());
    feed.with(close, FeedItem.of(version("v2", close, 0, next)));
    Map<String, List<String>> byVersion = feed.run(scope, first, 1, folder);

    assertThat(decisions(byVersion)).isEqualTo(decisions(byRestart));
    assertThat(byVersion.get("orders"))
        .filteredOn(row -> row.contains("|orphan|"))
        .singleElement()
        .asString()
        .contains("R0/U", "SELL", "FILLED");
    assertThat(timeOf(byVersion, "version v2 holds from")).isEqualTo(moment);
    assertThat(feed.run(scope, first, 2, folder)).isEqualTo(byVersion);
  }

  @Test
  @Tag("G1")
  void aNewPodWarmsUpFromItsHistory() throws Exception {
    PodflowSettings next = settings(GONE, STAY, WIDE, LATE);
    PortfolioLayout after = PortfolioLayout.of(next.orchestrator(), scope.layout().lineage());
    List<Bar> all = new RandomPortfolio(5, DAYS).market(withLayout(after)).bars();
    long close = scope.window().from() + 30 * Timeframe.D1.millis();
    List<Bar> past =
        all.stream().filter(bar -> bar.closeTime() < close && bar.symbol() >= 3).toList();

    Map<String, List<String>> without =
        feed(all, after, scope.layout().universe().size(), close)
            .with(close, FeedItem.of(version("v2", close, 0, next)))
            .run(scope, first, 1, folder);
    LiveFeed feed = feed(all, after, scope.layout().universe().size(), close);
    feed.with(close, FeedItem.of(version("v2", close, past.size(), next)));
    past.forEach(bar -> feed.with(close, FeedItem.history(LiveFeed.rowOf(bar, bar.symbol()))));
    Map<String, List<String>> with = feed.run(scope, first, 2, folder);

    String at = Instant.ofEpochMilli(close).toString();
    assertThat(of("late", rows(with, "assets"))).isNotEmpty().allMatch(row -> since(row, at));
    assertThat(of("late", rows(without, "assets"))).isNotEmpty().allMatch(row -> since(row, at));
    assertThat(traded(with, "late")).isEqualTo(at);
    assertThat(traded(without, "late")).isGreaterThan(at);
    for (String pod : List.of("gone", "stay", "wide")) {
      assertThat(of(pod, rows(with, "assets"))).isEqualTo(of(pod, rows(without, "assets")));
    }
  }

  /** Bars that come before the rest of the history go behind it. */
  @Test
  @Tag("G1")
  void aNewPodWhoseHistoryIsSlowMissesNoBar() throws Exception {
    PodflowSettings next = settings(GONE, STAY, WIDE, LATE);
    PortfolioLayout after = PortfolioLayout.of(next.orchestrator(), scope.layout().lineage());
    List<Bar> all = new RandomPortfolio(5, DAYS).market(withLayout(after)).bars();
    long asked = scope.window().from() + 30 * Timeframe.D1.millis();
    long held = asked + Timeframe.D1.millis();
    List<Bar> past =
        all.stream().filter(bar -> bar.closeTime() < asked && bar.symbol() >= 3).toList();
    LiveFeed atOnce = feed(all, after, scope.layout().universe().size(), asked);
    LiveFeed slowly = feed(all, after, scope.layout().universe().size(), asked);
    atOnce.with(asked, FeedItem.of(version("v2", held, past.size(), next)));
    slowly.with(asked, FeedItem.of(version("v2", asked, past.size(), next)));
    for (int i = 0; i < past.size(); i++) {
      FeedItem row = FeedItem.history(LiveFeed.rowOf(past.get(i), past.get(i).symbol()));
      atOnce.with(asked, row);
      slowly.with(i < past.size() / 2 ? asked : held, row);
    }
    Map<String, List<String>> expected = decisions(atOnce.run(scope, first, 1, folder));
    assertThat(of("late", rows(expected, "assets"))).isNotEmpty();
    assertThat(decisions(slowly.run(scope, first, 2, folder))).isEqualTo(expected);
  }

  /** From its announcement on, every bar fills its windows. */
  @Test
  @Tag("G1")
  void aPodThatIsAnnouncedAheadWarmsUpUntilItsClose() throws Exception {
    PodflowSettings next = settings(GONE, STAY, WIDE, LATE);
    PortfolioLayout after = PortfolioLayout.of(next.orchestrator(), scope.layout().lineage());
    List<Bar> all = new RandomPortfolio(5, DAYS).market(withLayout(after)).bars();
    long close = scope.window().from() + 30 * Timeframe.D1.millis();
    long announced = close - 15 * Timeframe.D1.millis();
    Map<String, List<String>> run =
        feed(all, after, scope.layout().universe().size(), announced)
            .with(announced, FeedItem.of(version("v2", close, 0, next)))
            .run(scope, first, 1, folder);
    String at = Instant.ofEpochMilli(close).toString();
    assertThat(of("late", rows(run, "assets"))).isNotEmpty().allMatch(row -> since(row, at));
    assertThat(traded(run, "late")).isEqualTo(at);
  }

  /** What waits in state for its close has symbols by their place in the pod's list. */
  @Test
  @Tag("E1")
  @Tag("G1")
  void aPodDropsASymbolAndTakesAnotherInItsPlace() throws Exception {
    String swapped = STAY.replace("[R1/U, R2/U]", "[R4/U, R2/U]");
    PodflowSettings next = settings(GONE, swapped, WIDE);
    PortfolioLayout after = PortfolioLayout.of(next.orchestrator(), scope.layout().lineage());
    List<Bar> all = new RandomPortfolio(3, DAYS).market(withLayout(after)).bars();
    long close = scope.window().from() + 20 * Timeframe.D1.millis();
    long announced = close - 5 * Timeframe.D1.millis();
    LiveFeed feed =
        feed(all, after, scope.layout().universe().size(), announced)
            .with(announced, FeedItem.of(version("v2", close, 0, next)));
    Map<String, List<String>> changed = feed.run(scope, first, 1, folder);
    Map<String, List<String>> asBefore =
        feed(all, after, scope.layout().universe().size(), Long.MAX_VALUE)
            .run(scope, first, 1, folder);

    String at = Instant.ofEpochMilli(close).toString();
    List<String> stay = of("stay", rows(changed, "assets"));
    assertThat(stay).filteredOn(row -> row.contains("R1/U")).noneMatch(row -> since(row, at));
    assertThat(stay).filteredOn(row -> row.contains("R4/U")).allMatch(row -> since(row, at));
    assertThat(stay).filteredOn(row -> row.contains("R4/U") && since(row, at)).isNotEmpty();
    assertThat(stay.stream().filter(row -> !since(row, at)))
        .isEqualTo(
            of("stay", rows(asBefore, "assets")).stream().filter(row -> !since(row, at)).toList());
    assertThat(rows(changed, "pod_fills"))
        .as("what it held in R1 goes to the pod that trades it")
        .anyMatch(row -> row.contains("|stay|R1/U|-"));
    assertThat(feed.run(scope, first, 2, folder)).isEqualTo(changed);
  }

  /** The portfolio's clock becomes that of the new pod. */
  @Test
  @Tag("G1")
  void aPodWithShorterBarsMakesTheClockFaster() throws Exception {
    String daily = STAY.replace("{pod_id", "{timeframe: 1D, pod_id");
    String halfDaily = WIDE.replace("{pod_id", "{timeframe: 12H, pod_id");
    PodflowSettings slow = settings(daily);
    PodflowSettings next = settings(daily, halfDaily);
    RunScope begin = RandomPortfolio.scope(slow, DAYS);
    PortfolioLayout after = PortfolioLayout.of(next.orchestrator(), begin.layout().lineage());
    List<Bar> rows =
        new RandomPortfolio(8, DAYS)
            .market(withLayout(after)).bars().stream()
                .filter(bar -> bar.timeframe() == Timeframe.H12)
                .toList();
    long close = begin.window().from() + 20 * Timeframe.D1.millis() + Timeframe.H12.millis();
    ConfigVersion start = ConfigVersion.first("start", VersionText.of(slow));
    VersionChain chain = chain(start);
    FeedItem version =
        FeedItem.of(
            Objects.requireNonNull(chain.offer("v2", close, 0, VersionText.of(next)).version()));
    LiveFeed feed = feed(rows, after, begin.layout().universe().size(), close).with(close, version);
    Map<String, List<String>> run = feed.run(begin, start, 1, folder);

    String at = Instant.ofEpochMilli(close).toString();
    List<String> equity = rows(run, "equity");
    assertThat(equity).filteredOn(row -> row.contains("T12:00")).allMatch(row -> since(row, at));
    assertThat(equity).filteredOn(row -> row.contains("T12:00")).hasSizeGreaterThan(DAYS - 25);
    assertThat(feed.run(begin, start, 2, folder)).isEqualTo(run);
  }

  /** Symbols that nobody trades yet have no rows: they would be refused. */
  private static LiveFeed feed(List<Bar> bars, PortfolioLayout layout, int known, long close) {
    Universe universe = layout.universe();
    List<Bar> sent =
        bars.stream().filter(bar -> bar.symbol() < known || bar.closeTime() >= close).toList();
    return new LiveFeed(sent, universe, universe);
  }

  private RunScope withLayout(PortfolioLayout layout) {
    return new RunScope(layout, scope.window(), scope.capital(), scope.funding(), scope.mode());
  }

  private ConfigVersion version(String id, long effective, int history, PodflowSettings settings) {
    VersionChain.Outcome outcome =
        chain(first).offer(id, effective, history, VersionText.of(settings));
    assertThat(outcome.faults()).isEmpty();
    return Objects.requireNonNull(outcome.version());
  }

  private static VersionChain chain(ConfigVersion first) {
    VersionChain chain =
        new VersionChain(VersionText.with(LiveVersionsTest.class.getClassLoader()));
    chain.submit(first);
    return chain;
  }

  /** All tables, but for the event that only a version brings. */
  private static Map<String, List<String>> decisions(Map<String, List<String>> tables) {
    Map<String, List<String>> all = new HashMap<>(tables);
    all.put(
        "events",
        rows(tables, "events").stream().filter(row -> !row.contains("holds from")).toList());
    return all;
  }

  private static List<String> rows(Map<String, List<String>> tables, String table) {
    return Objects.requireNonNull(tables.get(table), table);
  }

  private static String timeOf(Map<String, List<String>> tables, String event) {
    return rows(tables, "events").stream()
        .filter(row -> row.contains(event))
        .map(row -> row.substring(0, row.indexOf('|')))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> of(String pod, List<String> rows) {
    return rows.stream().filter(row -> row.contains("|" + pod + "|")).toList();
  }

  private static boolean since(String row, String time) {
    return row.compareTo(time) >= 0;
  }

  /** The first close at which the pod's strategy wanted anything. */
  private static String traded(Map<String, List<String>> tables, String pod) {
    return of(pod, rows(tables, "assets")).stream()
        .filter(row -> !row.contains("warm"))
        .map(row -> row.substring(0, row.indexOf('|')))
        .findFirst()
        .orElseThrow();
  }

  private static PodflowSettings settings(String... pods) {
    String yaml =
        "backtest: {capital: 10000}\norchestrator:\n  daily_loss_limit: 1\n"
            + "  max_portfolio_drawdown: 1\n  max_portfolio_volatility: 1\n  pods:\n    - "
            + String.join("\n    - ", pods);
    return ConfigReader.installed().parse(yaml, "pods").orThrow();
  }
}
