package io.podflow.savepoints.testing;

import io.podflow.api.Bar;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.settings.OrchestratorSettings;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.job.engine.RunScope;
import io.podflow.job.flink.FlinkJob;
import io.podflow.job.flink.FlinkOptions;
import io.podflow.job.source.BarSource;
import io.podflow.job.source.PausingSource;
import io.podflow.job.testing.ListFeed;
import io.podflow.job.testing.RandomPortfolio;
import io.podflow.job.testing.RunTables;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;

/** A job over a random market that is stopped with a savepoint, and may go on from one. */
public final class SavepointRun {

  private static final long MINUTES = 3;

  public final RunScope scope;
  private final ListFeed feed;
  private final Path folder;

  private SavepointRun(RunScope scope, ListFeed feed, Path folder) {
    this.scope = scope;
    this.feed = feed;
    this.folder = folder;
  }

  /**
   * A random portfolio and its market.
   *
   * @param folder scratch space of one test
   */
  public static SavepointRun random(long seed, int days, Path folder) {
    RandomPortfolio portfolio = new RandomPortfolio(seed, days);
    PodflowSettings settings = portfolio.settings();
    RunScope scope = RandomPortfolio.scope(settings, days);
    return new SavepointRun(scope, portfolio.market(scope), folder);
  }

  /** A portfolio over bars that are given. */
  public static SavepointRun of(RunScope scope, List<Bar> bars, Path folder) {
    return new SavepointRun(scope, new ListFeed(bars), folder);
  }

  /** The same market and what was in force so far, with another configuration from now on. */
  public SavepointRun after(OrchestratorSettings next) {
    RunScope later =
        new RunScope(
            PortfolioLayout.of(next, scope.layout().lineage()),
            scope.window(),
            scope.capital(),
            scope.funding(),
            scope.mode());
    return new SavepointRun(later, feed, folder);
  }

  /** The same market with another configuration from the beginning. */
  public SavepointRun begun(OrchestratorSettings settings) {
    RunScope other =
        new RunScope(
            PortfolioLayout.of(settings),
            scope.window(),
            scope.capital(),
            scope.funding(),
            scope.mode());
    return new SavepointRun(other, feed, folder);
  }

  /** Bars of the whole market. */
  public int bars() {
    return feed.bars().size();
  }

  /** Runs to the end without a stop; the rows it leaves. */
  public Map<String, List<String>> undisturbed() throws Exception {
    Path db = file();
    await(new FlinkJob(scope, new BarSource(feed), db).start(options("hashmap", 1)));
    return RunTables.of(db);
  }

  /**
   * Runs until a part of the bars has been read, and stops with a savepoint.
   *
   * @param db takes the rows
   * @param backend {@code rocksdb} or {@code hashmap}
   * @param share of the bars of the shortest shard, read by each of the parallel readers
   * @return folder of the savepoint
   */
  public String stopped(
      Path db, String backend, int parallelism, double share, SavepointFormatType format)
      throws Exception {
    long[] records = new long[parallelism];
    // Which reader gets which shard is a matter of who asks first.
    long shortest =
        IntStream.range(0, parallelism)
            .mapToLong(shard -> barsOf(shard, parallelism))
            .min()
            .orElseThrow();
    Arrays.fill(records, (long) (share * shortest));
    return stoppedAfter(records, db, options(backend, parallelism), format);
  }

  /**
   * Goes on from a savepoint, reads some bars more, and stops with another savepoint.
   *
   * @param bars counted from the first, if the savepoint knows of none
   * @return folder of the new one
   */
  public String resumedAndStopped(Path db, String savepoint, long bars) throws Exception {
    Configuration options = FlinkOptions.resumed(options("hashmap", 1), savepoint);
    return stoppedAfter(new long[] {bars}, db, options, SavepointFormatType.CANONICAL);
  }

  private String stoppedAfter(
      long[] records, Path db, Configuration options, SavepointFormatType format) throws Exception {
    PausingSource pausing = new PausingSource(feed, UUID.randomUUID().toString(), records);
    JobClient job = new FlinkJob(scope, pausing, db).start(options);
    if (!pausing.silence().await(MINUTES, TimeUnit.MINUTES)) {
      throw new IllegalStateException("the readers never reached the place to stop at");
    }
    String savepoint = stop(job, format);
    await(job);
    return savepoint;
  }

  private long barsOf(int shard, int shards) {
    return feed.bars().stream().filter(bar -> bar.symbol() % shards == shard).count();
  }

  /** Goes on from a savepoint to the end; all rows that are in {@code db} then. */
  public Map<String, List<String>> resumed(
      Path db, String savepoint, String backend, int parallelism) throws Exception {
    Configuration options = FlinkOptions.resumed(options(backend, parallelism), savepoint);
    await(new FlinkJob(scope, new BarSource(feed), db).start(options));
    return RunTables.of(db);
  }

  private Configuration options(String backend, int parallelism) {
    Configuration options =
        FlinkOptions.streaming(parallelism, folder).set(StateBackendOptions.STATE_BACKEND, backend);
    if (getClass().getClassLoader() != ClassLoader.getSystemClassLoader()) {
      // Only a job with a class path of its own is run under the class loader of this class.
      options.set(PipelineOptions.CLASSPATHS, List.of(folder.toUri().toString()));
    }
    return options;
  }

  /** A file for rows that does not exist yet. */
  public Path file() {
    return folder.resolve("run-" + UUID.randomUUID() + ".db");
  }

  private String stop(JobClient job, SavepointFormatType format) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
    while (true) {
      try {
        return job.stopWithSavepoint(false, folder.toUri().toString(), format)
            .get(MINUTES, TimeUnit.MINUTES);
      } catch (ExecutionException e) {
        if (!String.valueOf(e.getMessage()).contains("Not all required tasks")
            || System.nanoTime() > deadline) {
          throw e;
        }
      }
    }
  }

  private static void await(JobClient job) throws Exception {
    job.getJobExecutionResult().get(MINUTES, TimeUnit.MINUTES);
  }
}
