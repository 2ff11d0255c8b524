package io.podflow.savepoints.flink;

import io.podflow.job.state.AlignmentState;
import io.podflow.savepoints.state.StatePiece;
import java.io.IOException;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.state.api.OperatorTransformation;
import org.apache.flink.state.api.StateBootstrapTransformation;
import org.apache.flink.state.api.input.KeyedStateInputFormat;
import org.apache.flink.state.api.input.SourceBuilder;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.operators.SimpleOperatorFactory;

/**
 * What an alignment operator has under each key: what its step remembers, inputs that wait for
 * their close, the last close, timers.
 *
 * @param <I> input of the step
 * @param <S> what the step remembers
 */
record AlignedStates<I, S>(
    AlignmentState<I, S> types,
    AlignedEntry.ToPiece<I, S, StatePiece> toPiece,
    AlignedEntry.OfPiece<I, S> ofPiece)
    implements EntryStates {

  @Override
  public Set<String> names() {
    return Set.of(types.memory().getName(), types.waiting().getName(), types.clock().getName());
  }

  @Override
  public DataStream<StatePiece> read(SavepointEntries from, String uid) throws IOException {
    KeyedStateInputFormat<Integer, ?, StatePiece> format =
        new KeyedStateInputFormat<>(
            from.folder().required(uid),
            SavepointEntries.BACKEND,
            new Configuration(),
            new ClosesReaderOperator<>(new AlignedReader<>(types, toPiece), AlignmentState.TIMERS),
            from.env().getConfig());
    return SourceBuilder.fromFormat(from.env(), format, SavepointEntries.PIECE);
  }

  @Override
  public StateBootstrapTransformation<StatePiece> write(DataStream<StatePiece> pieces) {
    AlignmentState<I, S> states = types;
    AlignedEntry.OfPiece<I, S> entries = ofPiece;
    return OperatorTransformation.bootstrapWith(pieces, SavepointWriting.CHECKPOINT_ID)
        .keyBy(piece -> entries.entry(piece).key(), Types.INT)
        .transform(
            (timestamp, savepoint) ->
                SimpleOperatorFactory.of(
                    new AlignedBootstrapOperator<>(states, entries, timestamp, savepoint)));
  }
}
