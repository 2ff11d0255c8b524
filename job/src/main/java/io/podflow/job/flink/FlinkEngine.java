package io.podflow.job.flink;

import io.podflow.domain.market.InputCounts;
import io.podflow.job.cleanup.Scratch;
import io.podflow.job.engine.BacktestEngine;
import io.podflow.job.engine.Progress;
import io.podflow.job.engine.RunScope;
import io.podflow.job.source.BarSource;
import io.podflow.job.source.MarketFeed;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;

/** Runs a backtest as a Flink batch job in this process. */
public final class FlinkEngine implements BacktestEngine {

  private static final long PROGRESS_MILLIS = 250;

  private final int parallelism;

  public FlinkEngine(int parallelism) {
    this.parallelism = parallelism;
  }

  @Override
  public String name() {
    return "flink";
  }

  @Override
  public InputCounts run(RunScope scope, MarketFeed feed, Path runDb, Progress progress)
      throws Exception {
    try (Scratch scratch = Scratch.create("podflow-flink")) {
      Configuration options =
          FlinkOptions.temporaryIn(scratch.folder(), FlinkOptions.batch(parallelism));
      JobClient client = new FlinkJob(scope, new BarSource(feed), runDb).start(options);
      JobExecutionResult result = await(client, InputProgress.of(scope), progress);
      return InputProgress.read(result.getAllAccumulatorResults());
    }
  }

  private static JobExecutionResult await(JobClient client, InputProgress input, Progress progress)
      throws ExecutionException, InterruptedException {
    CompletableFuture<JobExecutionResult> done = client.getJobExecutionResult();
    while (true) {
      try {
        return done.get(PROGRESS_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException stillRunning) {
        input.ask(client, progress);
      }
    }
  }
}
