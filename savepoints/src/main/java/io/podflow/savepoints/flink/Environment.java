package io.podflow.savepoints.flink;

import io.podflow.job.flink.FlinkOptions;
import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.operators.collect.CollectSinkOperatorFactory;

/** Flink in this process, as reading and writing savepoints need it. */
public final class Environment {

  /** One entry is one record here, and that of a large portfolio is large. */
  private static final MemorySize LARGEST_ENTRY = MemorySize.ofMebiBytes(512);

  private Environment() {}

  /**
   * A job that reads.
   *
   * @param scratch folder for everything temporary
   */
  public static StreamExecutionEnvironment forReading(Path scratch) {
    return StreamExecutionEnvironment.getExecutionEnvironment(
        options(scratch).set(CollectSinkOperatorFactory.MAX_BATCH_SIZE, LARGEST_ENTRY));
  }

  /** The writer's own types, handles of files among them, are generic to Flink. */
  static StreamExecutionEnvironment forWriting(Path scratch) {
    return StreamExecutionEnvironment.getExecutionEnvironment(
        options(scratch).set(PipelineOptions.GENERIC_TYPES, true));
  }

  /** Lists keep the objects that they are given, so none may come a second time. */
  private static Configuration options(Path scratch) {
    return FlinkOptions.temporaryIn(scratch, FlinkOptions.batch(1))
        .set(PipelineOptions.OBJECT_REUSE, false);
  }
}
