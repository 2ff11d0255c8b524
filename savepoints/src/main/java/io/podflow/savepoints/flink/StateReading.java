package io.podflow.savepoints.flink;

import io.podflow.job.cleanup.Scratch;
import io.podflow.savepoints.state.JobState;
import io.podflow.savepoints.state.StatePiece;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/** Reads savepoints: all operators in one job, in a cluster inside this process. */
public final class StateReading {

  private StateReading() {}

  /** Everything that the savepoint remembers. */
  public static JobState read(SavepointFolder folder) throws Exception {
    try (Scratch scratch = Scratch.create("podflow-state")) {
      StreamExecutionEnvironment env = Environment.forReading(scratch.folder());
      List<StatePiece> pieces = new ArrayList<>();
      try (CloseableIterator<StatePiece> read =
          all(new SavepointEntries(folder, env)).executeAndCollect("read savepoint")) {
        read.forEachRemaining(pieces::add);
      }
      return JobState.of(pieces);
    }
  }

  private static DataStream<StatePiece> all(SavepointEntries savepoint) throws IOException {
    List<DataStream<StatePiece>> streams = new ArrayList<>();
    for (StateOperator operator : StateOperator.values()) {
      if (!operator.repeatsAnother() && savepoint.folder().has(operator.uid())) {
        streams.add(operator.read(savepoint));
      }
    }
    return streams.stream().reduce(DataStream::union).orElseThrow();
  }
}
