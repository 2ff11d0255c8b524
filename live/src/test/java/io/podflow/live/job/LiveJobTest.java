package io.podflow.live.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.testing.RandomPortfolio;
import io.podflow.job.version.VersionText;
import io.podflow.live.kafka.KafkaAccess;
import io.podflow.live.kafka.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The graph of a live job, as savepoints depend on it. */
class LiveJobTest {

  private static final List<String> UIDS_ON_PAPER =
      List.of(
          "assets",
          "close-watch",
          "config",
          "config-messages",
          "dead-letters",
          "decision-rows",
          "decisions",
          "event-records",
          "feed",
          "feed-messages",
          "market-gate",
          "pod-records",
          "pod-targets",
          "pods",
          "portfolio",
          "portfolio-records",
          "router");

  private static final List<String> UIDS_OF_AN_EXCHANGE =
      List.of(
          "commands",
          "exchange",
          "exchange-gate",
          "exchange-reports",
          "orders",
          "report-events",
          "silence",
          "silence-events");

  @Test
  @Tag("L5")
  void everyOperatorHasItsUid() throws IOException {
    assertThat(uids(TradingMode.PAPER)).containsExactlyInAnyOrderElementsOf(UIDS_ON_PAPER);
    assertThat(uids(TradingMode.EXTERNAL))
        .containsAll(UIDS_ON_PAPER)
        .containsAll(UIDS_OF_AN_EXCHANGE)
        .hasSize(UIDS_ON_PAPER.size() + UIDS_OF_AN_EXCHANGE.size());
  }

  @Test
  @Tag("J1")
  void onlyWhatIsKeyedScalesOutSoThatBarsOfASymbolKeepTheirOrder() throws IOException {
    assertThat(graph(TradingMode.EXTERNAL).getStreamNodes())
        .filteredOn(node -> node.getParallelism() > 1)
        .extracting(LiveJobTest::uid)
        .containsExactlyInAnyOrder(
            "assets",
            "pods",
            "pod-targets",
            "pod-records",
            "portfolio",
            "portfolio-records",
            "event-records");
  }

  @Test
  @Tag("L5")
  void checkpointsAreEveryTenSecondsAndStay() {
    Configuration options = LiveOptions.job(1, Duration.ofSeconds(10));
    assertThat(options.toMap())
        .containsEntry("execution.checkpointing.interval", "10 s")
        .containsEntry(
            "execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION")
        .containsEntry("state.backend.type", "rocksdb")
        .containsEntry("pipeline.generic-types", "false");
  }

  private static List<String> uids(TradingMode mode) throws IOException {
    return graph(mode).getStreamNodes().stream().map(LiveJobTest::uid).distinct().toList();
  }

  /** A Kafka sink is two operators, the second with a uid made from the first. */
  private static String uid(StreamNode node) {
    return String.valueOf(node.getTransformationUID()).replace("Sink Committer: ", "");
  }

  private static StreamGraph graph(TradingMode mode) throws IOException {
    PodflowSettings settings = new RandomPortfolio(1, 10).settings();
    RunScope scope = RandomPortfolio.scope(settings, 10);
    ConfigVersion version = ConfigVersion.first("start", VersionText.of(settings));
    KafkaAccess kafka = KafkaAccess.of("localhost:1", null, Map.of());
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(
            LiveOptions.job(2, Duration.ofSeconds(10)));
    return new LiveJob(scope.with(mode), version, kafka, new Topics("test"))
        .assemble(env)
        .getStreamGraph(false);
  }
}
