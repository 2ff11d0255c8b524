package io.podflow.savepoints.flink;

import io.podflow.job.state.StateTypes;
import io.podflow.savepoints.state.StatePiece;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.state.api.OperatorIdentifier;
import org.apache.flink.state.api.OperatorTransformation;
import org.apache.flink.state.api.SavepointReader;
import org.apache.flink.state.api.StateBootstrapTransformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** One value and its timers under each pair of pod and symbol. */
record AssetStates() implements EntryStates {

  @Override
  public Set<String> names() {
    return Set.of(StateTypes.asset().getName());
  }

  @Override
  public DataStream<StatePiece> read(SavepointEntries from, String uid) throws IOException {
    return SavepointReader.read(from.env(), from.folder().path(), SavepointEntries.BACKEND)
        .readKeyedState(
            OperatorIdentifier.forUid(uid), new AssetReader(), Types.INT, SavepointEntries.PIECE);
  }

  @Override
  public StateBootstrapTransformation<StatePiece> write(DataStream<StatePiece> pieces) {
    return OperatorTransformation.bootstrapWith(pieces, SavepointWriting.CHECKPOINT_ID)
        .keyBy(piece -> Objects.requireNonNull(piece.asset()).key(), Types.INT)
        .transform(new AssetBootstrap());
  }
}
