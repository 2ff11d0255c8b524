package io.podflow.job.sink;

import io.podflow.connectors.rundb.RunDbWriter;
import io.podflow.domain.journal.Event;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.job.engine.RunWriter;
import io.podflow.job.state.RunRecord;
import java.io.IOException;
import java.nio.file.Path;

/** Opens up run records for the file they go to; the inline engine and the sink share it. */
public final class RunDbRecords implements RunWriter, AutoCloseable {

  private final RunDbWriter writer;

  private RunDbRecords(RunDbWriter writer) {
    this.writer = writer;
  }

  /** Opens the file, or continues it. */
  public static RunDbRecords open(Path file) throws IOException {
    return new RunDbRecords(RunDbWriter.open(file));
  }

  @Override
  public void write(RunRecord record) throws IOException {
    PodDecision pod = record.pod();
    PortfolioDecision portfolio = record.portfolio();
    Event event = record.event();
    RunRecord.Model model = record.model();
    if (pod != null) {
      writer.write(pod);
    }
    if (portfolio != null) {
      writer.write(portfolio);
    }
    if (event != null) {
      writer.write(event);
    }
    if (model != null) {
      writer.write(model.weights());
    }
  }

  public void commit() throws IOException {
    writer.commit();
  }

  /** Closes without what was written since the last {@link #commit}. */
  void abandon() {
    writer.abandon();
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
