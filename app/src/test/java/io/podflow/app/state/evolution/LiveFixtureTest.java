package io.podflow.app.state.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.app.testing.Said;
import io.podflow.config.ConfigReader;
import io.podflow.config.refusal.ExitCode;
import io.podflow.connectors.wire.MarketMessage;
import io.podflow.domain.market.BarCloseGateState;
import io.podflow.domain.market.FundingRecords;
import io.podflow.domain.market.RateGate;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.testing.RandomPortfolio;
import io.podflow.job.version.VersionText;
import io.podflow.live.testing.LiveSavepointRun;
import io.podflow.savepoints.flink.SavepointFolder;
import io.podflow.savepoints.flink.StateReading;
import io.podflow.savepoints.state.JobState;
import io.podflow.savepoints.state.PodEntry;
import io.podflow.savepoints.testing.Upgraded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Savepoints of live jobs that earlier versions have written, in the middle of a daily bar, with a
 * pod that has gone and one that is announced: today's code reads them, and a job of today goes on
 * from them. As with {@link FixtureTest}, each version adds a folder and never changes one.
 */
class LiveFixtureTest {

  private static final int DAYS = 60;

  /** Places of the columns {@code funding}. */
  private static final int EQUITY_FUNDING = 8;

  private static final int PODS_FUNDING = 9;

  private static final String GONE = pod("gone", "R0/U, R1/U", "1D", 0.2);
  private static final String STAY = pod("stay", "R1/U, R2/U", "12H", 0.3);
  private static final String WIDE = pod("wide", "R2/U, R0/U", "12H", 0.2);
  private static final String NEXT = pod("next", "R0/U, R1/U", "1D", 0.2);

  @TempDir private Path folder;
  private LiveSavepointRun run;
  private int half;

  static List<Path> versions() throws Exception {
    try (Stream<Path> versions = Files.list(FixtureTest.FIXTURES)) {
      return versions.map(version -> version.resolve("live")).filter(Files::exists).toList();
    }
  }

  @BeforeEach
  void begin() {
    begin(Double.NaN);
  }

  /**
   * The messages of the whole run.
   *
   * @param rate of funding of one symbol at every close after the savepoint; NaN for none
   */
  private void begin(double rate) {
    PodflowSettings begin = settings(GONE, STAY, WIDE);
    RunScope scope = RandomPortfolio.scope(begin, DAYS);
    run = new LiveSavepointRun(scope, ConfigVersion.first("start", VersionText.of(begin)), folder);
    Timeframe rows = Timeframe.H12;
    long from = scope.window().from();
    long day = Timeframe.D1.millis();
    long close = Long.MIN_VALUE;
    half = 0;
    for (Bar bar : market(scope)) {
      if (bar.closeTime() != close) {
        if (close == from + 20 * day) {
          run.then(version("two", from + 22 * day, STAY, WIDE));
        } else if (close == from + 28 * day) {
          run.then(version("three", from + 40 * day, STAY, WIDE, NEXT));
        } else if (close == from + 30 * day + rows.millis()) {
          half = run.size();
        }
        if (close != Long.MIN_VALUE) {
          if (half > 0 && !Double.isNaN(rate)) {
            run.then(MarketMessage.funding("R2/U", close, rate));
          }
          run.then(MarketMessage.heartbeat(close));
        }
        close = bar.closeTime();
      }
      run.then(bar);
    }
    run.then(MarketMessage.heartbeat(close));
  }

  @ParameterizedTest
  @Tag("L5")
  @MethodSource("versions")
  void todaysToolsReadIt(Path version) throws Exception {
    Path fixture = Upgraded.of(version, folder);
    Said said = Said.podflow("state", "verify", fixture);

    assertThat(said.exitCode()).as(said.out() + said.err()).isEqualTo(ExitCode.OK);
    JobState state = StateReading.read(SavepointFolder.open(fixture.toString()));
    assertThat(state.market()).isNotNull();
    assertThat(state.versions())
        .extracting(ConfigVersion::id)
        .containsExactly("start", "two", "three");
  }

  @ParameterizedTest
  @Tag("L5")
  @Tag("EV7")
  @MethodSource("versions")
  void noRatesOfFundingWait(Path version) throws Exception {
    Path fixture = Upgraded.of(version, folder);
    JobState state = StateReading.read(SavepointFolder.open(fixture.toString()));

    BarCloseGateState market = Objects.requireNonNull(state.market());
    RateGate.complete(market);
    assertThat(market.rates).isEmpty();
    assertThat(market.lastRates).isEmpty();
    List<FundingRecords> kept = new ArrayList<>();
    kept.add(FundingRecords.orNone(Objects.requireNonNull(state.books()).fundingRecords));
    for (PodEntry pod : state.pods()) {
      // One that is announced remembers nothing before its first close.
      if (pod.memory() != null) {
        kept.add(FundingRecords.orNone(pod.memory().fundingRecords));
      }
    }
    assertThat(kept).hasSizeGreaterThan(2);
    assertThat(kept).allMatch(records -> records.waiting.length + records.known.length == 0);
  }

  @ParameterizedTest
  @Tag("L5")
  @Tag("G1")
  @MethodSource("versions")
  void aJobOfTodayGoesOnFromIt(Path version) throws Exception {
    Path fixture = Upgraded.of(version, folder);
    String copy = FixtureTest.copied(fixture, folder.resolve("copy")).toUri().toString();

    Map<String, List<String>> rows = run.resumed(copy, 2);

    Map<String, List<String>> whole = run.undisturbed();
    for (String table : List.of("equity", "assets", "pods")) {
      List<String> all = FixtureTest.keys(whole, table);
      List<String> now = FixtureTest.keys(rows, table);
      assertThat(now).as(table).isNotEmpty().hasSizeLessThan(all.size());
      assertThat(all).as(table).containsAll(now);
      assertThat(now.get(now.size() - 1)).as(table).isEqualTo(all.get(all.size() - 1));
    }
    assertThat(rows.get("orders")).isNotEmpty();
    assertThat(rows.get("assets")).anyMatch(row -> row.contains("|next|"));
    SecondHalf second = new SecondHalf(FixtureTest.books(fixture), rows);
    second.booksGoOnWithoutAJump();
    second.isFlatAtTheEnd("gone");
  }

  @ParameterizedTest
  @Tag("L5")
  @Tag("EV7")
  @MethodSource("versions")
  void aJobOfTodayPaysRatesThatComeLater(Path version) throws Exception {
    Path fixture = Upgraded.of(version, folder);
    String copy = FixtureTest.copied(fixture, folder.resolve("copy")).toUri().toString();
    Map<String, List<String>> without = run.resumed(copy, 1);

    begin(0.01);
    Map<String, List<String>> rows = run.resumed(copy, 1);

    assertThat(funding(without, "equity", EQUITY_FUNDING)).containsOnly(0.0);
    assertThat(funding(rows, "equity", EQUITY_FUNDING)).anyMatch(paid -> paid != 0);
    assertThat(funding(rows, "pods", PODS_FUNDING)).anyMatch(paid -> paid != 0);
  }

  private static List<Double> funding(Map<String, List<String>> rows, String table, int column) {
    return Objects.requireNonNull(rows.get(table)).stream()
        .map(row -> Double.parseDouble(row.split("\\|", -1)[column]))
        .toList();
  }

  /** What scripts/state-fixture runs, once for each release. */
  @Test
  @EnabledIfSystemProperty(named = "podflow.fixture", matches = ".+")
  void writesTheFixtureOfThisVersion() throws Exception {
    String path = run.stoppedAfter(half).replaceFirst("^file:", "");
    Path fixture = FixtureTest.FIXTURES.resolve(System.getProperty("podflow.fixture"));
    Files.createDirectories(fixture);
    FixtureTest.copied(Path.of(path), fixture.resolve("live"));
  }

  /** Rows of half days, all of which the first configuration knows. */
  private static List<Bar> market(RunScope scope) {
    return new RandomPortfolio(17, DAYS)
        .market(scope).bars().stream().filter(bar -> bar.timeframe() == Timeframe.H12).toList();
  }

  private static MarketMessage version(String id, long close, String... pods) {
    return MarketMessage.version(id, close, 0, VersionText.of(settings(pods)));
  }

  private static PodflowSettings settings(String... pods) {
    String yaml =
        "backtest: {capital: 10000}\norchestrator:\n  daily_loss_limit: 1\n"
            + "  max_portfolio_drawdown: 1\n  max_portfolio_volatility: 1\n  pods:\n    - "
            + String.join("\n    - ", pods);
    return ConfigReader.installed().parse(yaml, "pods").orThrow();
  }

  private static String pod(String id, String symbols, String timeframe, double fraction) {
    return "{pod_id: %s, strategy_name: ts-momentum, symbols: [%s], timeframe: %s,"
            .formatted(id, symbols, timeframe)
        + " strategy_params: {lookback: 5, vol_window: 5}, initial_state: production,"
        + " initial_fraction: %s, max_fraction: 0.4}".formatted(fraction);
  }
}
