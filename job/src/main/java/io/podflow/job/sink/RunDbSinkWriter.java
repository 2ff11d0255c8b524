package io.podflow.job.sink;

import io.podflow.job.state.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.flink.api.connector.sink2.SinkWriter;

/** Commits whenever Flink takes a checkpoint, and at the end. */
final class RunDbSinkWriter implements SinkWriter<RunRecord> {

  private final RunDbRecords records;

  RunDbSinkWriter(Path file) throws IOException {
    this.records = RunDbRecords.open(file);
  }

  @Override
  public void write(RunRecord record, Context context) throws IOException {
    records.write(record);
  }

  @Override
  public void flush(boolean endOfInput) throws IOException {
    records.commit();
  }

  /**
   * What is not committed belongs to no checkpoint. Nothing may fail here: Flink takes that for a
   * fault of the machine and ends the whole cluster, whose end would then hide the cause.
   */
  @Override
  public void close() {
    records.abandon();
  }
}
