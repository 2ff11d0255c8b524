package io.podflow.job.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.config.ConfigReader;
import io.podflow.domain.market.RunWindow;
import io.podflow.domain.market.Universe;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.testing.LiveFeed;
import io.podflow.job.version.VersionText;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A live job that begins at half past one of a day, over bars of one hour, with a pod of hours and
 * a pod of days.
 */
@Tag("LV1")
class MiddayStartTest {

  private static final long HOUR = Timeframe.H1.millis();
  private static final long DAY = Timeframe.D1.millis();
  private static final long BEGIN = Instant.parse("2026-12-01T13:30:00Z").toEpochMilli();
  private static final long TODAY = Instant.parse("2026-12-01T00:00:00Z").toEpochMilli();

  private static final String YAML =
      """
      backtest: {capital: 10000, warmup_days: 3}
      orchestrator:
        daily_loss_limit: 0.5
        rebalance_trigger: calendar
        rebalance_calendar_days: 2
        pods:
          - {pod_id: hours, strategy_name: buy-and-hold, symbols: [A/U, B/U], timeframe: 1h,
             initial_state: production, initial_fraction: 0.3, max_fraction: 0.37}
          - {pod_id: days, strategy_name: buy-and-hold, symbols: [B/U], timeframe: 1D,
             initial_state: production, initial_fraction: 0.3, max_fraction: 0.37}
      """;

  @TempDir private Path folder;

  private final PodflowSettings settings = ConfigReader.installed().parse(YAML, "y").orThrow();
  private final RunScope scope = RunScope.live(settings, BEGIN);

  /** Of a job over a feed that ends. */
  private final RunScope bounded =
      RunScope.of(settings, new RunWindow(scope.window().warmUpFrom(), BEGIN, TODAY + 3 * DAY));

  private final Universe universe = scope.layout().universe();

  private Map<String, List<String>> run(long firstOpen) throws Exception {
    List<Bar> bars = new ArrayList<>();
    double price = 100;
    for (long open = firstOpen; open < TODAY + 3 * DAY; open += HOUR) {
      double close = price * (open / HOUR % 2 == 0 ? 1.01 : 0.995);
      for (int symbol = 0; symbol < universe.size(); symbol++) {
        bars.add(
            new Bar(
                symbol,
                Timeframe.H1,
                open + HOUR,
                price,
                Math.max(price, close),
                Math.min(price, close),
                close,
                1_000_000));
      }
      price = close;
    }
    ConfigVersion first = ConfigVersion.first("start", VersionText.of(settings));
    return new LiveFeed(bars, universe, universe).run(bounded, first, 1, folder);
  }

  private static List<String> times(Map<String, List<String>> tables, String table, String part) {
    return tables.getOrDefault(table, List.of()).stream()
        .filter(row -> row.contains(part))
        .map(row -> row.substring(0, row.indexOf('|')))
        .distinct()
        .toList();
  }

  @Test
  void theFirstCloseBehindTheBeginIsTheFirstThatIsDecided() throws Exception {
    Map<String, List<String>> tables = run(TODAY - 3 * DAY);

    assertThat(times(tables, "assets", "|hours|"))
        .startsWith("2026-12-01T14:00:00Z", "2026-12-01T15:00:00Z");
    assertThat(times(tables, "assets", "|days|"))
        .containsExactly("2026-12-02T00:00:00Z", "2026-12-03T00:00:00Z", "2026-12-04T00:00:00Z");
    assertThat(times(tables, "equity", "")).startsWith("2026-12-01T14:00:00Z");
    assertThat(tables.get("equity")).first().asString().startsWith("2026-12-01T14:00:00Z|10000.0|");
    assertThat(times(tables, "fills", "")).first().isEqualTo("2026-12-01T15:00:00Z");
  }

  /** The day of the begin is shorter, and a day like others. */
  @Test
  void theDayOfTheBeginEndsLikeEveryDay() throws Exception {
    Map<String, List<String>> tables = run(TODAY - 3 * DAY);

    assertThat(times(tables, "pods", ""))
        .containsExactly("2026-12-02T00:00:00Z", "2026-12-03T00:00:00Z", "2026-12-04T00:00:00Z");
    assertThat(times(tables, "allocations", ""))
        .containsExactly("2026-12-02T00:00:00Z", "2026-12-04T00:00:00Z");
    assertThat(tables.get("events")).noneMatch(row -> row.contains("|critical|"));
    List<String> days =
        tables.getOrDefault("pods", List.of()).stream()
            .filter(row -> row.contains("|hours|"))
            .toList();
    assertThat(days).first().asString().endsWith("|1|");
  }

  /** A day of which the feed has sent a part is a bar of that part, and told. */
  @Test
  void aDayThatTheFeedBeganInIsABarOfWhatItSent() throws Exception {
    Map<String, List<String>> tables = run(TODAY + 12 * HOUR);

    assertThat(times(tables, "assets", "|hours|")).startsWith("2026-12-01T14:00:00Z");
    assertThat(times(tables, "assets", "|days|")).startsWith("2026-12-02T00:00:00Z");
    assertThat(tables.get("events"))
        .anyMatch(row -> row.startsWith("2026-12-02") && row.contains("1D bar from 12 of 24 rows"));
  }

  @Test
  void barsOfTheDaysBeforeAndOfTheDayItselfWarmUp() {
    assertThat(scope.window().warmUpFrom()).isEqualTo(TODAY - 3 * DAY);
    assertThat(RunScope.live(settings, TODAY).window().warmUpFrom()).isEqualTo(TODAY - 3 * DAY);
    assertThat(RunScope.live(settings, TODAY - 1).window().warmUpFrom()).isEqualTo(TODAY - 4 * DAY);
  }
}
