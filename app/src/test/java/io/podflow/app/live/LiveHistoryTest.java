package io.podflow.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.config.ConfigReader;
import io.podflow.connectors.csv.BarFolder;
import io.podflow.connectors.csv.FolderRows;
import io.podflow.connectors.sample.SampleMarket;
import io.podflow.domain.exchange.Faults;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.MarketRow;
import io.podflow.domain.market.RunWindow;
import io.podflow.domain.market.synthetic.SyntheticMarket;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.job.version.VersionText;
import io.podflow.live.client.VersionClient;
import io.podflow.live.feed.BarsOnTopic;
import io.podflow.live.feed.WarmUp;
import io.podflow.live.job.FirstStart;
import io.podflow.live.kafka.KafkaAccess;
import io.podflow.live.testing.SharedParts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A feed that begins with the first day that is traded, on a real broker and cluster: with {@code
 * live.history} the job decides as one whose feed has had everything, and so does a pod that is
 * added while it runs.
 */
@Tag("G1")
@Tag("J3")
class LiveHistoryTest {

  private static final String FROM = "2021-04-01";
  private static final String LAST = "2021-04-11T00:00:00Z";
  private static final long EARLY = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();
  private static final Faults NONE = new Faults(1, 0, 0, 0, 1);
  private static final String ONE = pod("one", "SYN01/USDT, SYN02/USDT, SYN03/USDT", "12H");
  private static final String TWO = pod("two", "SYN03/USDT, SYN04/USDT", "1D");

  @TempDir private Path folder;

  @Test
  void historyTakesThePlaceOfWhatTheFeedHasNotSent() throws Exception {
    SampleMarket.write(folder.resolve("market"), SyntheticMarket.DEFAULT_SEED);
    Path one = file("one", ONE);
    Path two = file("two", ONE, TWO);
    SharedParts parts = SharedParts.running();
    try (TradedRun whole = new TradedRun(parts, folder, "whole", one, FROM, NONE);
        TradedRun late = new TradedRun(parts, folder, "late", one, FROM, NONE)) {
      whole.feed(FROM, "2021-04-05");
      whole.trade(one, 1, null);
      late.feedTraded(one, FROM, "2021-04-02");
      assertThat(late.podflow("live", missing(one), "--external", "--from", FROM))
          .contains("live.history: no topic nowhere on " + parts.local.broker);
      startsWithHistory(late, one, parts);
      late.feedTraded(one, "2021-04-03", "2021-04-05");
      for (TradedRun run : List.of(whole, late)) {
        run.awaitDecidedByPods("2021-04-06T00:00:00Z");
        refusesAVersionThatMissesARecord(run, two);
        assertThat(run.podflow("live", "apply", two, "--yes"))
            .contains("+ pod two", "bars for new pods and symbols to warm up from", "holds from");
        run.feedTraded(two, "2021-04-06", "2021-04-10");
        run.awaitDecided(LAST);
        run.finished();
      }
      assertThat(late.decisions()).isEqualTo(whole.decisions());
      warmFrom(late, "one", FROM + "T12:00:00Z");
      warmFrom(late, "two", "2021-04-07T00:00:00Z");
    }
  }

  /**
   * From a topic; and once more, as after a start that failed later, from a folder, which finds
   * that it is all there.
   */
  private void startsWithHistory(TradedRun run, Path file, SharedParts parts) throws Exception {
    KafkaAccess kafka = KafkaAccess.of(parts.local.broker, null, Map.of());
    List<MarketRow> ofTopic =
        BarsOnTopic.read(kafka, "whole.bars", layout(file).universe(), Long.MIN_VALUE).rows();
    assertThat(run.warmedUp(file, ofTopic).sent())
        .as("60 days of three symbols, and what the feed had sent")
        .isEqualTo(new WarmUp.Sent(60 * 2 * 3, 12, 16));
    FirstStart again = run.warmedUp(file, ofFolder(file));
    assertThat(again.sent()).isEqualTo(new WarmUp.Sent(0, 0, 16));
    run.trade(again);
  }

  /** As if the last record had come while the history was made. */
  private static void refusesAVersionThatMissesARecord(TradedRun run, Path file) {
    VersionClient client = run.client();
    long missed = run.endOfBars() - 1;
    PodflowSettings settings = ConfigReader.installed().read(file).orThrow();
    String yaml = VersionText.of(settings);
    client.send("behind", EARLY, yaml, List.of(), layout(file).universe(), missed);
    VersionClient.Answer answer =
        Objects.requireNonNull(client.await("behind", Duration.ofMinutes(1)));
    assertThat(answer.refusal())
        .contains("version behind was refused: its history was made from the records before ")
        .contains(String.valueOf(missed));
  }

  private Path missing(Path file) throws Exception {
    String yaml = Files.readString(file).replaceFirst("history: [^}]+", "history: 'topic:nowhere'");
    return Files.writeString(folder.resolve("missing.yaml"), yaml);
  }

  private static PortfolioLayout layout(Path file) {
    return PortfolioLayout.of(ConfigReader.installed().read(file).orThrow().orchestrator());
  }

  private List<MarketRow> ofFolder(Path file) {
    List<MarketRow> rows = new ArrayList<>();
    try (FolderRows all =
        new FolderRows(
            BarFolder.inventory(folder.resolve("market"), layout(file)),
            new RunWindow(0, 0, Long.MAX_VALUE))) {
      all.forEachRemaining(rows::add);
    }
    return rows;
  }

  private static void warmFrom(TradedRun run, String pod, String close) {
    assertThat(
            run.rows(
                "SELECT min(time) FROM assets WHERE pod = '"
                    + pod
                    + "' AND signal_reason <> 'warm-up'"))
        .containsExactly(close);
  }

  private static String pod(String id, String symbols, String timeframe) {
    return "{pod_id: "
        + id
        + ", strategy_name: ts-momentum, symbols: ["
        + symbols
        + "], timeframe: "
        + timeframe
        + ", strategy_params: {lookback: 30}, initial_state: production,"
        + " initial_fraction: 0.2, max_fraction: 0.3}";
  }

  private Path file(String name, String... pods) throws Exception {
    String yaml =
        "backtest: {capital: 10000, warmup_days: 60}\norchestrator:\n  live: {history: "
            + folder.resolve("market")
            + "}\n  pods:\n    - "
            + String.join("\n    - ", pods);
    return Files.writeString(folder.resolve(name + ".yaml"), yaml);
  }
}
