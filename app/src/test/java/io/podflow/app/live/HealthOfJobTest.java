package io.podflow.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.app.Podflow;
import io.podflow.domain.health.AliveRecord;
import io.podflow.domain.health.HealthKind;
import io.podflow.domain.health.HealthMessage;
import io.podflow.domain.health.HealthRecord;
import io.podflow.live.client.HealthReader;
import io.podflow.live.kafka.KafkaAccess;
import io.podflow.live.kafka.Sender;
import io.podflow.live.kafka.TopicSetup;
import io.podflow.live.kafka.Topics;
import io.podflow.live.testing.SharedParts;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A live job in a process of its own, and what it says of a feed that goes wrong. */
@Tag("LV2")
@Tag("LV3")
class HealthOfJobTest {

  private static final Topics TOPICS = new Topics("health-of-job");
  private static final long PATIENCE_NANOS = Duration.ofSeconds(60).toNanos();

  private static final String CONFIG =
      """
      orchestrator:
        portfolio_id: t
        live:
          bar_timeout: 3 s
          checkpoint_every: 2 s
          close_grace: 1 s
        pods:
          - pod_id: a
            strategy_name: buy-and-hold
            symbols: [BTC/USDT, ETH/USDT]
            timeframe: 1m
            initial_state: production
            initial_fraction: 0.8
            max_fraction: 0.9
      """;

  @TempDir private Path folder;

  private final Map<HealthKind, HealthRecord> findings = new EnumMap<>(HealthKind.class);
  private final Map<String, AliveRecord> parts = new TreeMap<>();

  /**
   * The feed's clock is two minutes ahead of the job's. Its bars are used; a bar that cannot be
   * used, a key that nobody knows, and the feed's silence are told.
   */
  @Test
  void whatGoesWrongIsOnTheTopicOfHealth() throws Exception {
    KafkaAccess kafka = KafkaAccess.of(SharedParts.running().local.broker, null, Map.of());
    TopicSetup.ensure(kafka, TOPICS);
    Process job = started(kafka);
    try (HealthReader health = new HealthReader(kafka, TOPICS, 0);
        Sender feed = new Sender(kafka, TOPICS.bars())) {
      await(health, () -> parts.keySet().containsAll(List.of("bars", "closes")));
      Instant open = Instant.now().truncatedTo(ChronoUnit.MINUTES).plusSeconds(120);
      send(feed, bar(open, "BTC/USDT", "40000", ""));
      send(feed, bar(open, "ETH/USDT", "-1", ""));
      send(feed, bar(open, "ETH/USDT", "2000", ",\"venue\":\"x\""));
      feed.flush();
      await(health, () -> decided() == open.plusSeconds(60).toEpochMilli());
      await(
          health,
          () ->
              findings
                  .keySet()
                  .containsAll(
                      List.of(HealthKind.CLOCK, HealthKind.REFUSED_ROW, HealthKind.UNKNOWN_KEY)));
      await(health, () -> part("closes").checkpoint() != AliveRecord.UNKNOWN);
    } finally {
      job.destroy();
      job.waitFor();
    }
    assertThat(finding(HealthKind.CLOCK).reason()).contains("live.clock_tolerance: 2000 ms");
    assertThat(finding(HealthKind.REFUSED_ROW).reason()).contains("offset 1: ", "-1");
    assertThat(finding(HealthKind.UNKNOWN_KEY).reason()).contains("key \"venue\" is ignored");
    assertThat(part("bars").lag()).isZero();
    assertThat(part("closes").waiting()).contains("the close of ");
  }

  private HealthRecord finding(HealthKind kind) {
    return Objects.requireNonNull(findings.get(kind));
  }

  private AliveRecord part(String name) {
    return Objects.requireNonNull(parts.get(name));
  }

  private long decided() {
    return part("closes").close();
  }

  private interface Condition {

    boolean holds();
  }

  private void await(HealthReader health, Condition condition) throws Exception {
    long begun = System.nanoTime();
    while (!condition.holds()) {
      assertThat(System.nanoTime() - begun)
          .as(() -> findings + "\n" + parts + "\n" + log())
          .isLessThan(PATIENCE_NANOS);
      for (HealthMessage message : health.poll(Duration.ofMillis(200))) {
        if (message instanceof HealthRecord finding) {
          findings.putIfAbsent(finding.kind(), finding);
        } else if (message instanceof AliveRecord alive) {
          parts.put(alive.part(), alive);
        }
      }
    }
  }

  private static String bar(Instant open, String symbol, String price, String more) {
    return """
    {"v":1,"type":"bar","symbol":"%s","timeframe":"1m","open_time":"%s","open":%s,"high":%s,"low":%s,"close":%s,"volume":10%s}
    """
        .strip()
        .formatted(symbol, open, price, price, price, price, more);
  }

  private static void send(Sender feed, String message) {
    feed.send(message.getBytes(StandardCharsets.UTF_8));
  }

  private Process started(KafkaAccess kafka) throws Exception {
    Path config = folder.resolve("one.yaml");
    Files.writeString(config, CONFIG);
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
    line.add("--add-opens=java.base/java.util=ALL-UNNAMED");
    line.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
    line.addAll(List.of("-cp", classPath(), Podflow.class.getName()));
    line.addAll(List.of("live", config.toString(), "--kafka=" + kafka.servers()));
    line.addAll(List.of("--topics=" + TOPICS.prefix(), "--state=" + folder.resolve("state")));
    return new ProcessBuilder(line)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
