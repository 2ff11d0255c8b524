package io.podflow.job.flink;

import io.podflow.domain.settings.LiveSettings;
import io.podflow.job.state.SavepointForm;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.BatchExecutionOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.NettyShuffleEnvironmentOptions;
import org.apache.flink.configuration.NettyShuffleEnvironmentOptions.CompressionCodec;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;

/** The Flink settings of a run inside this process, in one place. */
public final class FlinkOptions {

  /**
   * Fixed for good: it decides which key lies in which key group, so a savepoint of one value
   * cannot be restored with another.
   */
  public static final int MAX_PARALLELISM = 128;

  private FlinkOptions() {}

  /**
   * Batch: keyed input sorted, no checkpoints. What one stage leaves for the next stays on this
   * machine, where compressing it costs more than writing it. The parallelism is the one asked for:
   * left to itself, Flink goes by the bytes of a stage, and fitting models is work without bytes.
   */
  public static Configuration batch(int parallelism) {
    return common(parallelism)
        .set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.BATCH)
        .set(BatchExecutionOptions.ADAPTIVE_AUTO_PARALLELISM_ENABLED, false)
        .set(NettyShuffleEnvironmentOptions.SHUFFLE_COMPRESSION_CODEC, CompressionCodec.NONE);
  }

  /** Streaming with RocksDB; checkpoints and savepoints under {@code folder}. */
  public static Configuration streaming(int parallelism, Path folder) {
    return common(parallelism)
        .set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.STREAMING)
        .set(StateBackendOptions.STATE_BACKEND, "rocksdb")
        .set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem")
        .set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.toUri().toString())
        .set(CheckpointingOptions.SAVEPOINT_DIRECTORY, folder.toUri().toString());
  }

  /**
   * The same, going on from a savepoint or a retained checkpoint.
   *
   * @throws io.podflow.job.state.OldSavepointException if it holds names of classes, where this
   *     process can read it
   */
  public static Configuration resumed(Configuration options, String savepoint) {
    SavepointForm.refuseOld(savepoint);
    return new Configuration(options).set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
  }

  /** The same, with Flink's temporary files in {@code folder}: left alone, it forgets some. */
  public static Configuration temporaryIn(Path folder, Configuration options) {
    return new Configuration(options)
        .set(CoreOptions.TMP_DIRS, folder.toString())
        .set(WebOptions.TMP_DIR, folder.toString());
  }

  /**
   * The same, with every listening socket of Flink in this process on one address (decision LV9).
   *
   * @param address a host name or IP address; other machines do not reach a loopback address
   */
  public static Configuration listeningOn(String address, Configuration options) {
    return new Configuration(options)
        .set(JobManagerOptions.ADDRESS, address)
        .set(JobManagerOptions.BIND_HOST, address)
        .set(TaskManagerOptions.HOST, address)
        .set(TaskManagerOptions.BIND_HOST, address)
        .set(RestOptions.ADDRESS, address)
        .set(RestOptions.BIND_ADDRESS, address);
  }

  private static Configuration common(int parallelism) {
    return listeningOn(LiveSettings.LOOPBACK, new Configuration())
        .set(PipelineOptions.GENERIC_TYPES, false)
        .set(PipelineOptions.OBJECT_REUSE, true)
        .set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM)
        .set(CoreOptions.DEFAULT_PARALLELISM, parallelism)
        .set(TaskManagerOptions.NUM_TASK_SLOTS, parallelism)
        .set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(256))
        .set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofMillis(500))
        .set(RestartStrategyOptions.RESTART_STRATEGY, "disable");
  }
}
