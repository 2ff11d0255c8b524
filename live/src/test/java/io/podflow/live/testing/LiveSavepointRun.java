package io.podflow.live.testing;

import io.podflow.api.Bar;
import io.podflow.connectors.wire.MarketMessage;
import io.podflow.job.engine.RunScope;
import io.podflow.job.flink.FlinkOptions;
import io.podflow.job.operator.BarCloseGateOperator;
import io.podflow.job.sink.RunDbSink;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.RawRecord;
import io.podflow.job.state.StateTypes;
import io.podflow.job.state.Uids;
import io.podflow.job.testing.RunTables;
import io.podflow.job.topology.Topology;
import io.podflow.live.job.FeedIntake;
import io.podflow.live.kafka.LiveCodecs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource.NumberSequenceSplit;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A live job from its messages on, over a list instead of a topic: stopped with a savepoint between
 * two of them, and going on from one.
 */
public final class LiveSavepointRun {

  private static final long MINUTES = 3;
  private static final long PATIENCE_MILLIS = 1_000_000_000;
  private static final Map<String, CountDownLatch> SILENCE = new ConcurrentHashMap<>();

  private final RunScope scope;
  private final ConfigVersion first;
  private final Path folder;
  private final ArrayList<byte[]> messages = new ArrayList<>();

  /**
   * @param first the configuration that {@code scope} is made from
   * @param folder scratch space of one test
   */
  public LiveSavepointRun(RunScope scope, ConfigVersion first, Path folder) {
    this.scope = scope;
    this.first = first;
    this.folder = folder;
  }

  /** The next message of the topic of bars. */
  public void then(MarketMessage message) {
    messages.add(LiveCodecs.of(scope.layout()).bars().encode(message));
  }

  /** The next one, of a bar that is known to the job's first configuration by its number. */
  public void then(Bar bar) {
    then(MarketMessage.bar(scope.layout().universe().symbol(bar.symbol()), bar));
  }

  /** Messages so far. */
  public int size() {
    return messages.size();
  }

  public Map<String, List<String>> undisturbed() throws Exception {
    Path db = file();
    await(start(db, FlinkOptions.streaming(1, folder), RateLimiterStrategy.noOp()));
    return RunTables.of(db);
  }

  /** Reads some messages and stops; returns the folder of its savepoint in the canonical format. */
  public String stoppedAfter(int count) throws Exception {
    String name = UUID.randomUUID().toString();
    CountDownLatch silence = new CountDownLatch(1);
    SILENCE.put(name, silence);
    JobClient job =
        start(file(), FlinkOptions.streaming(1, folder), reader -> new Silence(name, count));
    if (!silence.await(MINUTES, TimeUnit.MINUTES)) {
      throw new IllegalStateException("the job never came to message " + count);
    }
    String savepoint =
        job.stopWithSavepoint(false, folder.toUri().toString(), SavepointFormatType.CANONICAL)
            .get(MINUTES, TimeUnit.MINUTES);
    await(job);
    return savepoint;
  }

  /** Goes on from a savepoint to the end; the rows of this stretch. */
  public Map<String, List<String>> resumed(String savepoint, int parallelism) throws Exception {
    Path db = file();
    Configuration options = FlinkOptions.streaming(parallelism, folder);
    await(start(db, FlinkOptions.resumed(options, savepoint), RateLimiterStrategy.noOp()));
    return RunTables.of(db);
  }

  private Path file() {
    return folder.resolve(UUID.randomUUID() + ".db");
  }

  private JobClient start(
      Path db, Configuration options, RateLimiterStrategy<NumberSequenceSplit> pace)
      throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(options);
    ArrayList<byte[]> all = messages;
    DataGeneratorSource<RawRecord> source =
        new DataGeneratorSource<>(
            i -> new RawRecord("bars", 0, i, 0, all.get(Math.toIntExact(i))),
            all.size(),
            pace,
            StateTypes.RAW_RECORD);
    var feed =
        env.fromSource(source, WatermarkStrategy.noWatermarks(), "bars", StateTypes.RAW_RECORD)
            .setParallelism(1)
            .uid(Uids.FEED)
            .process(new FeedIntake(first), StateTypes.FEED_ITEM)
            .setParallelism(1)
            .uid(Uids.FEED_MESSAGES);
    var market =
        feed.transform(
                "market gate",
                StateTypes.MARKET_ITEM,
                new BarCloseGateOperator(scope, PATIENCE_MILLIS))
            .setParallelism(1)
            .uid(Uids.MARKET_GATE);
    new Topology(scope, false)
        .decideLive(market, null)
        .records()
        .sinkTo(new RunDbSink(db))
        .setParallelism(1)
        .uid(Uids.RUN);
    return env.executeAsync("live, over a list");
  }

  private static void await(JobClient job) throws Exception {
    job.getJobExecutionResult().get(MINUTES, TimeUnit.MINUTES);
  }

  /** Nothing more after some messages. */
  private static final class Silence implements RateLimiter<NumberSequenceSplit> {

    private final String name;
    private int left;

    Silence(String name, int left) {
      this.name = name;
      this.left = left;
    }

    @Override
    public CompletionStage<Void> acquire(int messages) {
      if (left == 0) {
        Objects.requireNonNull(SILENCE.get(name)).countDown();
        return new CompletableFuture<>();
      }
      left -= messages;
      return CompletableFuture.completedFuture(null);
    }
  }
}
