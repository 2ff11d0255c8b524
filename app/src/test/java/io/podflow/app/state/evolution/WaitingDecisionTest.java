package io.podflow.app.state.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.config.ConfigReader;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.PortfolioInput;
import io.podflow.job.testing.RandomPortfolio;
import io.podflow.savepoints.flink.SavepointFolder;
import io.podflow.savepoints.flink.SavepointWriting;
import io.podflow.savepoints.flink.StateOperator;
import io.podflow.savepoints.flink.StateReading;
import io.podflow.savepoints.state.PortfolioEntry;
import io.podflow.savepoints.state.StatePiece;
import io.podflow.savepoints.testing.SavepointRun;
import io.podflow.savepoints.testing.Upgraded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A job that a version without causes has stopped while a pod's decision waited for its close: a
 * job of today goes on from there, and the close that comes next follows the decision.
 *
 * <p>Two pods hold the one symbol of the market for ever. The daily one decides at midnight, so at
 * noon nothing of it would be due; the decision that waits for a noon wants to hold nothing.
 */
@Tag("L5")
@Tag("TR4")
class WaitingDecisionTest {

  private static final Path FIXTURE = Path.of("src/test/resources/waiting-inputs/0.1.0/decision");
  private static final int DAYS = 40;

  /** Half days that the old job has read; it has decided all of them but the last. */
  private static final int READ = 61;

  private static final long HALF_DAY = Timeframe.H12.millis();
  private static final String SLOW = "slow";

  @TempDir private Path folder;

  private final RunScope scope = RandomPortfolio.scope(settings(), DAYS);
  private final String noon = close(READ);
  private final String midnight = close(READ + 1);

  @Test
  void oneDecisionWaitsForTheNextClose() throws Exception {
    PortfolioEntry entry =
        Objects.requireNonNull(
            StateReading.read(SavepointFolder.open(upgraded().toString())).portfolio());

    assertThat(entry.clock()).isEqualTo(scope.window().from() + (READ - 1) * HALF_DAY);
    assertThat(entry.waiting())
        .filteredOn(input -> input.pod() != null)
        .extracting(PortfolioInput::closeTime)
        .containsExactly(scope.window().from() + READ * HALF_DAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hashmap", "rocksdb"})
  void theNextCloseFollowsTheDecisionThatWaited(String backend) throws Exception {
    SavepointRun run = SavepointRun.of(scope, market(), folder);
    String copy = FixtureTest.copied(upgraded(), folder.resolve("copy")).toUri().toString();

    Map<String, List<String>> rows = run.resumed(run.file(), copy, backend, 1);

    assertThat(cells(rows, "equity").get(0)[0]).isEqualTo(noon);
    List<String[]> orders = of(cells(rows, "orders"), noon);
    assertThat(orders).hasSize(1);
    assertThat(orders.get(0)[3]).isEqualTo("SELL");
    assertThat(orders.get(0)[6]).isEqualTo("signal");
    List<String[]> parts =
        of(cells(rows, "pod_fills"), midnight).stream().filter(p -> p[2].equals(SLOW)).toList();
    assertThat(parts).hasSize(1);
    assertThat(Double.parseDouble(parts.get(0)[4])).isEqualTo(-held());
    assertThat(of(cells(rows, "orders"), midnight)).as("it wants to hold again").isNotEmpty();
    assertThat(cells(rows, "assets")).filteredOn(row -> row[0].equals(noon)).isNotEmpty();
  }

  /** What the pod held when the old job was stopped. */
  private double held() throws Exception {
    int slow = scope.layout().podIds().indexOf(SLOW);
    return FixtureTest.books(folder.resolve("copy")).ledger.quantities[slow][0];
  }

  private Path upgraded() throws Exception {
    return Upgraded.of(FIXTURE, folder);
  }

  private String close(int halfDays) {
    return Instant.ofEpochMilli(scope.window().from() + halfDays * HALF_DAY).toString();
  }

  private static List<String[]> cells(Map<String, List<String>> rows, String table) {
    return rows.getOrDefault(table, List.of()).stream().map(row -> row.split("\\|", -1)).toList();
  }

  private static List<String[]> of(List<String[]> rows, String close) {
    return rows.stream().filter(row -> row[0].equals(close)).toList();
  }

  /** How the fixture came to be; it runs in a checkout of that version. */
  @Test
  @EnabledIfSystemProperty(named = "podflow.fixture.waiting", matches = ".+")
  void writesTheFixtureOfThisVersion() throws Exception {
    List<Bar> market = market();
    SavepointRun run = SavepointRun.of(scope, market, folder);
    double share = (READ + READ / 2 + 0.5) / market.size();
    String stopped = run.stopped(run.file(), "hashmap", 1, share, SavepointFormatType.CANONICAL);
    int slow = scope.layout().podIds().indexOf(SLOW);
    long close = scope.window().from() + READ * HALF_DAY;
    Files.createDirectories(FIXTURE.getParent());
    SavepointWriting.rewrite(
        SavepointFolder.open(stopped),
        Set.of(StateOperator.PORTFOLIO),
        waiting(slow, close),
        FIXTURE);
  }

  private static SavepointWriting.Edit waiting(int pod, long close) {
    return piece -> {
      PortfolioEntry entry = Objects.requireNonNull(piece.portfolio());
      List<PortfolioInput> inputs = new ArrayList<>(entry.waiting());
      inputs.add(PortfolioInput.of(nothing(pod, close)));
      return StatePiece.of(
          new PortfolioEntry(entry.key(), entry.memory(), inputs, entry.clock(), entry.timers()));
    };
  }

  private static PodDecision nothing(int pod, long close) {
    return new PodDecision(
        pod,
        close,
        new double[] {0},
        new boolean[] {true},
        new double[] {Double.NaN},
        false,
        0,
        null,
        List.of(),
        List.of());
  }

  /** Half days, and days of them; the price rises a little all the time. */
  private List<Bar> market() {
    List<Bar> bars = new ArrayList<>();
    for (int i = 1; i <= 2 * DAYS; i++) {
      bars.add(bar(i, i - 1, Timeframe.H12));
      if (i % 2 == 0) {
        bars.add(bar(i, i - 2, Timeframe.D1));
      }
    }
    return bars;
  }

  private Bar bar(int close, int open, Timeframe timeframe) {
    long time = scope.window().from() + close * HALF_DAY;
    return new Bar(
        0, timeframe, time, price(open), price(close), price(open), price(close), 1_000_000);
  }

  private static double price(int halfDays) {
    return 100 + halfDays / 8.0;
  }

  private static PodflowSettings settings() {
    String yaml =
        "backtest: {capital: 10000, warmup_days: 0}\norchestrator:\n  daily_loss_limit: 1\n"
            + "  max_portfolio_drawdown: 1\n  correlation_stress_threshold: 1\n  pods:\n    - "
            + pod(SLOW, "1D")
            + "\n    - "
            + pod("fast", "12H");
    return ConfigReader.installed().parse(yaml, "pods").orThrow();
  }

  private static String pod(String id, String timeframe) {
    return "{pod_id: %s, strategy_name: buy-and-hold, symbols: [R0/U], timeframe: %s,"
            .formatted(id, timeframe)
        + " initial_state: production, initial_fraction: 0.2, max_fraction: 0.4}";
  }
}
