package io.podflow.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.podflow.app.testing.CommandLines;
import io.podflow.config.ConfigReader;
import io.podflow.config.Overrides;
import io.podflow.connectors.csv.BarFolder;
import io.podflow.connectors.csv.FundingFolder;
import io.podflow.connectors.sample.SampleMarket;
import io.podflow.connectors.wire.DeadLetter;
import io.podflow.connectors.wire.DeadLetterTopic;
import io.podflow.connectors.wire.Decoded;
import io.podflow.connectors.wire.WireLimits;
import io.podflow.domain.exchange.Faults;
import io.podflow.domain.exchange.PaperExchange;
import io.podflow.domain.execution.CostModel;
import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.UtcDays;
import io.podflow.domain.market.synthetic.SyntheticMarket;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.job.engine.FolderFeed;
import io.podflow.job.engine.Progress;
import io.podflow.job.engine.RunScope;
import io.podflow.job.inline.InlineEngine;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.testing.RunTables;
import io.podflow.job.version.VersionText;
import io.podflow.live.client.DecisionRecorder;
import io.podflow.live.client.ReadingEnd;
import io.podflow.live.job.LiveJob;
import io.podflow.live.job.LiveOptions;
import io.podflow.live.job.LiveRun;
import io.podflow.live.kafka.KafkaAccess;
import io.podflow.live.kafka.StopSignal;
import io.podflow.live.kafka.TopicSetup;
import io.podflow.live.kafka.Topics;
import io.podflow.live.paper.Delivery;
import io.podflow.live.paper.PaperExchangeProcess;
import io.podflow.live.testing.SharedParts;
import io.podflow.live.testing.TopicContents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The quickstart's market through a real broker and a real cluster, against the exchange on paper,
 * with rubbish on both topics: the job decides what the plain loop decides.
 */
class LiveScenarioTest {

  private static final String LAST_DAY = "2021-03-15";
  private static final Instant LAST_CLOSE = Instant.parse("2021-03-16T00:00:00Z");
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** Place of the column {@code funding} of the table {@code equity}. */
  private static final int FUNDING = 8;

  /** Twice on each topic, before and after what is good: 10,000 on each. */
  private static final int RUBBISH = 5_000;

  private static final List<String> TABLES =
      List.of(
          "assets",
          "pods",
          "allocations",
          "targets",
          "fills",
          "pod_fills",
          "positions",
          "equity",
          "monitors",
          "unsent",
          "benchmarks");

  @TempDir private Path folder;

  private final Topics topics = new Topics("scenario");
  private @Nullable String running;

  @AfterEach
  void end() throws Exception {
    if (running != null) {
      SharedParts.running().cancel(running);
    }
  }

  @Test
  @Tag("J2")
  @Tag("J3")
  @Tag("EV7")
  void aLiveJobDecidesWhatABacktestDecides() throws Exception {
    Path market = folder.resolve("market");
    SampleMarket.write(market, SyntheticMarket.DEFAULT_SEED);
    rates("SYN01-USDT.csv", 0.0003);
    rates("SYN05-USDT.csv", -0.0005);
    Files.writeString(config(), withRates(Files.readString(quickstart())));
    PodflowSettings settings = settings(market);
    PortfolioLayout layout = PortfolioLayout.of(settings.orchestrator());
    var inventory = BarFolder.inventory(market, layout);
    RunScope scope =
        RunScope.of(settings, BarFolder.window(settings.backtest(), inventory))
            .with(FundingFolder.read(rates(), layout.universe()));
    Path expected = folder.resolve("expected.db");
    new InlineEngine(getClass().getClassLoader())
        .run(scope, new FolderFeed(inventory, scope, true), expected, Progress.SILENT);

    SharedParts parts = SharedParts.running();
    KafkaAccess kafka = KafkaAccess.of(parts.local.broker, null, Map.of());
    TopicSetup.ensure(kafka, topics);
    rubbish(kafka, 1);
    replay(parts, market);
    rubbish(kafka, 2);
    Path live = folder.resolve("live.db");
    trade(parts, kafka, settings, live);
    Map<String, List<String>> there = RunTables.of(live);
    Map<String, List<String>> here = RunTables.of(expected);
    for (String table : TABLES) {
      assertThat(there.get(table)).as(table).isNotEmpty().isEqualTo(here.get(table));
    }
    List<DeadLetter> letters = deadLetters(kafka, 4 * RUBBISH);
    assertThat(byTopic(letters))
        .as("dead letters by topic")
        .containsOnly(entry(topics.bars(), 2L * RUBBISH), entry(topics.exchange(), 2L * RUBBISH));
    takesAnotherConfiguration(parts);
    assertThat(letters).extracting(DeadLetter::reason).noneMatch(String::isBlank);
    assertThat(there.get("equity"))
        .as("funding")
        .anyMatch(row -> Double.parseDouble(row.split("\\|", -1)[FUNDING]) != 0);
  }

  /** What a person does: bars and rates of the configuration, by one command. */
  private void replay(SharedParts parts, Path market) {
    assertThat(
            CommandLines.run(
                "replay",
                config(),
                "--data=" + market,
                "--to=" + LAST_DAY,
                "--kafka=" + parts.local.broker,
                "--topics=" + topics.prefix()))
        .containsPattern("[0-9,]+ rows and [0-9,]+ rates of funding sent to scenario\\.bars");
  }

  private Path rates() {
    return folder.resolve("rates");
  }

  /** A file of one rate every eight hours from before the range to after it. */
  private void rates(String file, double rate) throws IOException {
    StringBuilder text = new StringBuilder("timestamp,rate\n");
    Instant end = Instant.parse("2021-04-01T00:00:00Z");
    for (Instant at = Instant.parse("2020-12-01T00:00:00Z");
        at.isBefore(end);
        at = at.plus(Duration.ofHours(8))) {
      text.append(at).append(',').append(rate).append('\n');
    }
    Files.createDirectories(rates());
    Files.writeString(rates().resolve(file), text);
  }

  private String withRates(String yaml) {
    return yaml.replaceFirst("\nbacktest:\n", "\nbacktest:\n  funding: " + rates() + "\n");
  }

  /** The job still runs. */
  private void takesAnotherConfiguration(SharedParts parts) throws IOException {
    String yaml = Files.readString(config());
    Path changed = folder.resolve("changed.yaml");
    Files.writeString(changed, yaml.replaceFirst("max_fraction: [0-9.]+", "max_fraction: 0.33"));
    String to = "--kafka=" + parts.local.broker;
    String on = "--topics=" + topics.prefix();
    assertThat(CommandLines.run("live", "apply", config(), to, on, "--yes"))
        .contains("nothing to change");
    assertThat(CommandLines.run("live", "apply", changed, to, on, "--yes"))
        .contains("max_fraction: ", " -> 0.33", "holds from " + LAST_DAY.substring(0, 7));
    assertThat(CommandLines.run("live", "apply", changed, to, on, "--yes"))
        .contains("nothing to change");
    Path other = folder.resolve("other.yaml");
    Files.writeString(other, yaml.replaceFirst("portfolio_id: .*", "portfolio_id: other"));
    assertThat(CommandLines.run("live", "apply", other, to, on, "--yes"))
        .contains("orchestrator.portfolio_id: other", "Nothing was sent.");
  }

  private static Path quickstart() {
    return Path.of(System.getProperty("podflow.root", "..")).resolve("config/quickstart.yaml");
  }

  /** The quickstart with rates of funding. */
  private Path config() {
    return folder.resolve("funded.yaml");
  }

  private PodflowSettings settings(Path market) {
    return ConfigReader.installed()
        .read(config(), Overrides.none().ofRun(market.toString(), null, LAST_DAY))
        .orThrow();
  }

  private void trade(SharedParts parts, KafkaAccess kafka, PodflowSettings settings, Path live)
      throws Exception {
    RunScope scope = RunScope.live(settings, UtcDays.startOf(settings.backtest().start()));
    ConfigVersion version = ConfigVersion.first("start", VersionText.of(settings));
    PaperExchange exchange =
        new PaperExchange(
            scope.layout().universe(),
            CostModel.of(scope.layout().settings()),
            Faults.NONE,
            Duration.ofSeconds(60));
    // Half of what it says comes twice: that must make no difference.
    Delivery delivery = new Delivery(7, 0.5, 0, Duration.ZERO);
    StopSignal stop = new StopSignal();
    CompletableFuture<Void> served =
        CompletableFuture.runAsync(
            () ->
                new PaperExchangeProcess(kafka, topics, scope, version, exchange, delivery)
                    .run(stop));
    Configuration options = LiveOptions.job(1, Duration.ofSeconds(1));
    LiveJob job = new LiveJob(scope.with(TradingMode.EXTERNAL), version, kafka, topics);
    running = new LiveRun(job, options, 1).submit(parts.local.cluster, parts.jars);
    assertThat(
            new DecisionRecorder(topics)
                .record(kafka, live, ReadingEnd.close(LAST_CLOSE, PATIENCE))
                .reached())
        .as("all is decided up to " + LAST_CLOSE)
        .isTrue();
    stop.ask();
    served.get();
  }

  /** Bytes, broken messages and messages of things that cannot be. */
  private void rubbish(KafkaAccess kafka, long seed) throws Exception {
    Random random = new Random(seed);
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(
            kafka.properties(), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < RUBBISH; i++) {
        for (String topic : List.of(topics.bars(), topics.exchange())) {
          sent.add(producer.send(new ProducerRecord<>(topic, piece(random))));
        }
      }
      for (Future<RecordMetadata> piece : sent) {
        piece.get();
      }
    }
  }

  private static byte[] piece(Random random) {
    if (random.nextInt(50) == 0) {
      return new byte[70_000];
    }
    byte[] bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    List<String> texts =
        List.of(
            "{\"v\":1,\"type\":\"bar\"",
            "{\"v\":9,\"type\":\"heartbeat\",\"time\":\"2021-01-01T00:00:00Z\"}",
            "{\"v\":1,\"type\":\"heartbeat\",\"time\":\"2999-01-01T00:00:00Z\"}",
            bar("SYN01/USDT", "2021-02-01T00:00:00Z", "-1.0"),
            bar("SYN01/USDT", "2021-02-01T00:00:00Z", "NaN"),
            bar("SYN01/USDT", "2021-02-01T00:00:01Z", "1.0"),
            bar("SYN01/USDT", "2999-01-01T00:00:00Z", "1.0"),
            bar("NOBODY/USDT", "2021-02-01T00:00:00Z", "1.0"),
            "{\"v\":1,\"type\":\"fill\",\"quantity\":NaN}",
            "[".repeat(1 + random.nextInt(5_000)));
    int choice = random.nextInt(texts.size() + 1);
    return choice == texts.size() ? bytes : texts.get(choice).getBytes(StandardCharsets.UTF_8);
  }

  private static String bar(String symbol, String open, String price) {
    return "{\"v\":1,\"type\":\"bar\",\"symbol\":\"%s\",\"timeframe\":\"12H\",\"open_time\":\"%s\","
            .formatted(symbol, open)
        + "\"open\":1.0,\"high\":1.0,\"low\":%s,\"close\":1.0,\"volume\":1.0}".formatted(price);
  }

  private static Map<String, Long> byTopic(List<DeadLetter> letters) {
    return letters.stream()
        .collect(Collectors.groupingBy(DeadLetter::topic, TreeMap::new, Collectors.counting()));
  }

  /** The last ones can be read once the checkpoint behind them is complete. */
  private List<DeadLetter> deadLetters(KafkaAccess kafka, int expected) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    List<DeadLetter> letters = deadLetters(kafka);
    while (letters.size() < expected && System.nanoTime() < deadline) {
      letters = deadLetters(kafka);
    }
    return letters;
  }

  private List<DeadLetter> deadLetters(KafkaAccess kafka) {
    List<DeadLetter> letters = new ArrayList<>();
    DeadLetterTopic wire = new DeadLetterTopic(WireLimits.DEFAULT);
    for (ConsumerRecord<byte[], byte[]> record : TopicContents.of(kafka, topics.deadLetters())) {
      Decoded<DeadLetter> decoded = wire.decode(record.value(), record.timestamp());
      assertThat(decoded).isInstanceOf(Decoded.Message.class);
      letters.add(((Decoded.Message<DeadLetter>) decoded).value());
    }
    return letters;
  }
}
