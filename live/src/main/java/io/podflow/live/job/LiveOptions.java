package io.podflow.live.job;

import io.podflow.job.flink.FlinkOptions;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;

/** The Flink settings of a live job. */
public final class LiveOptions {

  private LiveOptions() {}

  /**
   * What the job needs wherever it runs: RocksDB, incremental checkpoints that stay when it is
   * cancelled, no wait for full network buffers, and restarts for ever. They are at most two
   * seconds apart, so that the end of a cause is noticed soon. A checkpoint that cannot be written,
   * as on a full disk, is no reason to stop trading.
   */
  public static Configuration job(int parallelism, Duration checkpointEvery) {
    return new Configuration()
        .set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.STREAMING)
        .set(ExecutionOptions.BUFFER_TIMEOUT, Duration.ZERO)
        .set(PipelineOptions.GENERIC_TYPES, false)
        .set(PipelineOptions.AUTO_GENERATE_UIDS, false)
        .set(PipelineOptions.OBJECT_REUSE, true)
        .set(PipelineOptions.MAX_PARALLELISM, FlinkOptions.MAX_PARALLELISM)
        .set(CoreOptions.DEFAULT_PARALLELISM, parallelism)
        .set(StateBackendOptions.STATE_BACKEND, "rocksdb")
        .set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true)
        .set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpointEvery)
        .set(
            CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
            ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION)
        .set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE)
        .set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay")
        .set(
            RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF,
            Duration.ofMillis(500))
        .set(
            RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
            Duration.ofSeconds(2))
        .set(
            RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD,
            Duration.ofMinutes(1));
  }

  /**
   * The same for a cluster inside this process.
   *
   * @param folder of its state
   * @param bind address of its listening sockets
   */
  public static Configuration inProcess(
      Configuration job, int parallelism, Path folder, String bind) {
    return FlinkOptions.listeningOn(bind, job)
        .set(TaskManagerOptions.NUM_TASK_SLOTS, parallelism)
        .set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem")
        .set(
            CheckpointingOptions.CHECKPOINTS_DIRECTORY,
            folder.resolve("checkpoints").toUri().toString())
        .set(
            CheckpointingOptions.SAVEPOINT_DIRECTORY,
            folder.resolve("savepoints").toUri().toString());
  }
}
