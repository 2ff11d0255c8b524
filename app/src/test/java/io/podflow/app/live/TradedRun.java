package io.podflow.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.app.testing.CommandLines;
import io.podflow.config.ConfigReader;
import io.podflow.config.Overrides;
import io.podflow.connectors.wire.Decoded;
import io.podflow.domain.exchange.ExchangeBooks;
import io.podflow.domain.exchange.Faults;
import io.podflow.domain.exchange.PaperExchange;
import io.podflow.domain.execution.CostModel;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.market.MarketRow;
import io.podflow.domain.market.UtcDays;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.job.engine.RunScope;
import io.podflow.job.flink.FlinkOptions;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.testing.RunTables;
import io.podflow.job.version.VersionText;
import io.podflow.live.client.DecisionReader;
import io.podflow.live.client.DecisionRecorder;
import io.podflow.live.client.ReadingEnd;
import io.podflow.live.client.VersionClient;
import io.podflow.live.feed.BarsOnTopic;
import io.podflow.live.job.FirstStart;
import io.podflow.live.job.LiveJob;
import io.podflow.live.job.LiveOptions;
import io.podflow.live.job.LiveRun;
import io.podflow.live.kafka.KafkaAccess;
import io.podflow.live.kafka.LiveCodecs;
import io.podflow.live.kafka.StopSignal;
import io.podflow.live.kafka.TopicSetup;
import io.podflow.live.kafka.Topics;
import io.podflow.live.paper.Delivery;
import io.podflow.live.paper.PaperExchangeProcess;
import io.podflow.live.testing.LocalParts;
import io.podflow.live.testing.SharedParts;
import io.podflow.live.testing.TopicContents;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.JobID;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * One portfolio on a cluster, on topics of its own, against an exchange on paper: fed and stopped
 * as a test wants, with its decisions recorded.
 */
final class TradedRun implements AutoCloseable {

  private static final Duration CHECKPOINT_EVERY = Duration.ofMillis(200);
  private static final Duration IDLE = Duration.ofMillis(700);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  final Path db;
  private final LocalParts parts;
  private final Topics topics;
  private final KafkaAccess kafka;
  private final LiveCodecs codecs;
  private final Path first;
  private final String from;
  private final List<Path> jars;
  private final PaperExchange exchange;
  private final StopSignal stop = new StopSignal();
  private final CompletableFuture<Void> served;
  private final RestClusterClient<String> cluster;
  private @Nullable JobID job;

  /**
   * @param topics where it reads and writes, and the name of its run.db in {@code folder}
   * @param first the configuration that it begins with
   * @param from first day that is traded
   */
  TradedRun(SharedParts shared, Path folder, String topics, Path first, String from, Faults faults)
      throws Exception {
    this.parts = shared.local;
    this.topics = new Topics(topics);
    this.db = folder.resolve(topics + ".db");
    this.first = first;
    this.from = from;
    this.jars = shared.jars;
    kafka = KafkaAccess.of(parts.broker, null, Map.of());
    TopicSetup.ensure(kafka, this.topics);
    PodflowSettings settings = settings(first);
    RunScope scope = RunScope.live(settings, UtcDays.startOf(settings.backtest().start()));
    codecs = LiveCodecs.of(scope.layout());
    exchange =
        new PaperExchange(
            scope.layout().universe(),
            CostModel.of(settings.orchestrator()),
            faults,
            settings.orchestrator().live().reconcileEvery());
    PaperExchangeProcess process =
        new PaperExchangeProcess(
            kafka,
            this.topics,
            scope,
            version(settings),
            exchange,
            new Delivery(1, 0, 0, Duration.ZERO));
    served = CompletableFuture.runAsync(() -> process.run(stop));
    cluster = shared.client();
  }

  private PodflowSettings settings(Path file) {
    return ConfigReader.installed().read(file, Overrides.none().ofRun(null, from, null)).orThrow();
  }

  private static ConfigVersion version(PodflowSettings settings) {
    return ConfigVersion.first("start-" + System.nanoTime(), VersionText.of(settings));
  }

  /** Sends bars of the configuration's market; both days are included. */
  void feed(String firstDay, String lastDay) {
    assertThat(podflow("replay", first, "--from", firstDay, "--to", lastDay)).contains("rows sent");
  }

  /** Sends only bars that are traded, of the symbols of a configuration. */
  void feedTraded(Path file, String firstDay, String lastDay) {
    assertThat(podflow("replay", file, "--from", firstDay, "--to", lastDay, "--no-warm-up"))
        .contains("rows sent");
  }

  /** Runs a command of podflow that reads or writes the topics. */
  String podflow(Object... command) {
    List<Object> arguments = new ArrayList<>(List.of(command));
    arguments.add("--kafka=" + parts.broker);
    arguments.add("--topics=" + topics.prefix());
    return CommandLines.run(arguments.toArray());
  }

  /** A client that sends versions to the job. */
  VersionClient client() {
    return new VersionClient(kafka, topics, codecs);
  }

  /** Offset behind all that lies on the topic of bars. */
  long endOfBars() {
    return BarsOnTopic.endOf(kafka, topics.bars());
  }

  /**
   * Submits the job.
   *
   * @param resumed a savepoint, or null for the beginning
   */
  void trade(Path file, int parallelism, @Nullable String resumed) throws Exception {
    PodflowSettings settings = settings(file);
    submit(new LiveJob(scope(settings), version(settings), kafka, topics), parallelism, resumed);
  }

  /** Puts a history on the topic of bars, for a job that is submitted then or never. */
  FirstStart warmedUp(Path file, List<MarketRow> history) {
    PodflowSettings settings = settings(file);
    return FirstStart.of(history, scope(settings), version(settings), kafka, topics);
  }

  void trade(FirstStart start) throws Exception {
    submit(start.job(), 1, null);
  }

  private static RunScope scope(PodflowSettings settings) {
    return RunScope.live(settings, UtcDays.startOf(settings.backtest().start()))
        .with(TradingMode.EXTERNAL);
  }

  private void submit(LiveJob live, int parallelism, @Nullable String resumed) throws Exception {
    Configuration options = LiveOptions.job(parallelism, CHECKPOINT_EVERY);
    LiveRun run =
        new LiveRun(
            live, resumed == null ? options : FlinkOptions.resumed(options, resumed), parallelism);
    job = JobID.fromHexString(run.submit(parts.cluster, jars));
  }

  /** Waits until the portfolio's decisions of a close are recorded. */
  void awaitDecided(String close) {
    assertThat(record(ReadingEnd.close(Instant.parse(close), PATIENCE)).reached())
        .as("decisions of " + close)
        .isTrue();
  }

  /** Waits until the pods' decisions of a close are recorded; the portfolio may be far behind. */
  void awaitDecidedByPods(String close) {
    long begun = System.nanoTime();
    while (rows("SELECT 1 FROM assets WHERE time >= '" + close + "' LIMIT 1").isEmpty()) {
      assertThat(System.nanoTime() - begun).as("pods at " + close).isLessThan(PATIENCE.toNanos());
      record(ReadingEnd.silence(IDLE));
    }
  }

  private DecisionReader.Read record(ReadingEnd end) {
    return new DecisionRecorder(topics).record(kafka, db, end);
  }

  /** Stops the job; returns where its savepoint lies. */
  String stopped() throws Exception {
    JobID running = job;
    job = null;
    return cluster.stopWithSavepoint(running, false, null, SavepointFormatType.CANONICAL).get();
  }

  /** Ends the job and the exchange; returns the exchange's books. */
  ExchangeBooks finished() throws Exception {
    if (job != null) {
      cluster.cancel(job).get();
      job = null;
    }
    stop.ask();
    served.get();
    return exchange.books();
  }

  /** Orders as they lie on their topic. */
  List<OrderCommand> orders() {
    List<OrderCommand> orders = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : TopicContents.of(kafka, topics.orders())) {
      Decoded<OrderCommand> decoded = codecs.orders().decode(record.value(), record.timestamp());
      OrderCommand command = ((Decoded.Message<OrderCommand>) decoded).value();
      if (command.kind() == OrderCommand.Kind.SEND) {
        orders.add(command);
      }
    }
    return orders;
  }

  /** Rows of a query over what was recorded, cells joined by a space. */
  List<String> rows(String sql) {
    if (!db.toFile().exists()) {
      record(ReadingEnd.silence(IDLE));
    }
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + db);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          cells.add(row.getString(i));
        }
        rows.add(String.join(" ", cells));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
    return rows;
  }

  /** All tables that were recorded; versions have names of their own. */
  Map<String, List<String>> decisions() {
    Map<String, List<String>> tables = new HashMap<>(RunTables.of(db));
    tables.computeIfPresent(
        "events",
        (name, rows) ->
            rows.stream()
                .map(row -> row.replaceAll("version \\S+ holds", "version holds"))
                .toList());
    return tables;
  }

  @Override
  public void close() throws Exception {
    if (job != null) {
      cluster.cancel(job).get();
    }
    stop.ask();
    cluster.close();
  }
}
