package io.podflow.job.testing;

import io.podflow.job.engine.Progress;
import io.podflow.job.engine.RunScope;
import io.podflow.job.flink.FlinkEngine;
import io.podflow.job.flink.FlinkJob;
import io.podflow.job.flink.FlinkOptions;
import io.podflow.job.inline.InlineEngine;
import io.podflow.job.source.BarSource;
import io.podflow.job.source.MarketFeed;
import io.podflow.job.source.PausingSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.jspecify.annotations.Nullable;

/** The same backtest through every engine; each gives the tables of its run database. */
public final class Runs {

  private static final long MINUTES = 3;

  private final RunScope scope;
  private final MarketFeed feed;
  private final Path folder;

  /**
   * @param folder scratch space of one test
   */
  public Runs(RunScope scope, MarketFeed feed, Path folder) {
    this.scope = scope;
    this.feed = feed;
    this.folder = folder;
  }

  /** Every figure and identity of this run is also recomputed from outside. */
  public Map<String, List<String>> inline() throws Exception {
    Path db = file("inline");
    new InlineEngine(Runs.class.getClassLoader()).run(scope, feed, db, Progress.SILENT);
    FinishedRun.of(db, scope, feed).check();
    return RunTables.of(db);
  }

  /** The run database of the plain loop, for whoever asks it questions. */
  public Path database() throws Exception {
    Path db = file("asked");
    new InlineEngine(Runs.class.getClassLoader()).run(scope, feed, db, Progress.SILENT);
    return db;
  }

  public Map<String, List<String>> batch(int parallelism) throws Exception {
    Path db = file("batch");
    new FlinkEngine(parallelism).run(scope, feed, db, Progress.SILENT);
    return RunTables.of(db);
  }

  public Map<String, List<String>> streaming(int parallelism) throws Exception {
    Path db = file("streaming");
    await(
        new FlinkJob(scope, new BarSource(feed), db)
            .start(FlinkOptions.streaming(parallelism, folder)));
    return RunTables.of(db);
  }

  /**
   * Streaming with RocksDB, stopped with a savepoint and resumed at another parallelism.
   *
   * @param records after which each reader of the first run falls silent
   */
  public Map<String, List<String>> interrupted(int resumedParallelism, long... records)
      throws Exception {
    List<Long> silence = LongStream.of(records).boxed().toList();
    return switched(List.of(new Stretch(scope, silence)), resumedParallelism);
  }

  /**
   * Streaming with RocksDB under other settings for a while: each stretch goes on from the last
   * one's savepoint and ends with one, and the scope of these runs takes it from there to the end.
   */
  public Map<String, List<String>> switched(List<Stretch> stretches, int lastParallelism)
      throws Exception {
    Path db = file("interrupted");
    String savepoint = null;
    for (Stretch stretch : stretches) {
      savepoint = run(stretch, savepoint, db);
    }
    await(
        new FlinkJob(scope, new BarSource(feed), db).start(streaming(lastParallelism, savepoint)));
    return RunTables.of(db);
  }

  private String run(Stretch stretch, @Nullable String savepoint, Path db) throws Exception {
    long[] records = stretch.records().stream().mapToLong(Long::longValue).toArray();
    PausingSource pausing = new PausingSource(feed, UUID.randomUUID().toString(), records);
    JobClient job =
        new FlinkJob(stretch.scope(), pausing, db).start(streaming(records.length, savepoint));
    if (!pausing.silence().await(MINUTES, TimeUnit.MINUTES)) {
      throw new IllegalStateException("the readers never reached the place to stop at");
    }
    String next = stop(job);
    await(job);
    return next;
  }

  private Configuration streaming(int parallelism, @Nullable String savepoint) {
    Configuration options = FlinkOptions.streaming(parallelism, folder);
    return savepoint == null ? options : FlinkOptions.resumed(options, savepoint);
  }

  /** Asks again for as long as tasks are still being deployed. */
  private String stop(JobClient job) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
    while (true) {
      try {
        return job.stopWithSavepoint(
                false, folder.toUri().toString(), SavepointFormatType.CANONICAL)
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

  private Path file(String engine) throws Exception {
    Files.createDirectories(folder);
    return folder.resolve(engine + "-" + UUID.randomUUID() + ".db");
  }

  /**
   * A part of a run that ends with a savepoint.
   *
   * @param scope what is in force
   * @param records of this stretch after which each of its readers falls silent
   */
  public record Stretch(RunScope scope, List<Long> records) {}
}
