package io.podflow.job.sink;

import io.podflow.job.state.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes the run's records into a SQLite file. Rows are keyed by what they describe, so records
 * that come again after a restart change nothing: effectively once, with one file as the only
 * state. Use it with parallelism 1.
 */
public final class RunDbSink implements Sink<RunRecord> {

  private static final long serialVersionUID = 1L;

  private final String file;

  public RunDbSink(Path file) {
    this.file = file.toAbsolutePath().toString();
  }

  @Override
  public SinkWriter<RunRecord> createWriter(WriterInitContext context) throws IOException {
    return new RunDbSinkWriter(Path.of(file));
  }
}
