package io.podflow.live.client;

import io.podflow.connectors.rundb.RunDbWriter;
import io.podflow.live.kafka.KafkaAccess;
import io.podflow.live.kafka.Topics;
import java.nio.file.Path;

/** Writes the decisions of a job into a {@code run.db}, from the first one on. */
public final class DecisionRecorder {

  private final Topics topics;

  public DecisionRecorder(Topics topics) {
    this.topics = topics;
  }

  /**
   * Records to an end.
   *
   * @param runDb is continued when it exists
   */
  public DecisionReader.Read record(KafkaAccess kafka, Path runDb, ReadingEnd end) {
    try (RunDbWriter writer = RunDbWriter.open(runDb)) {
      DecisionReader reader = new DecisionReader(topics, true);
      return reader.read(kafka, end, row -> writer.write(row.table(), row.row()), writer::commit);
    }
  }
}
