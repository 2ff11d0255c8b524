package io.podflow.savepoints.flink;

import io.podflow.job.state.StateType;
import io.podflow.savepoints.state.StatePiece;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.state.api.OperatorIdentifier;
import org.apache.flink.state.api.OperatorTransformation;
import org.apache.flink.state.api.SavepointReader;
import org.apache.flink.state.api.StateBootstrapTransformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/**
 * The lists of an operator without keys.
 *
 * @param parts the lists; a savepoint may lack any but the first
 */
record ListStates(List<Part<?>> parts) implements EntryStates {

  /**
   * One list.
   *
   * @param type of its elements
   * @param toPiece an element as a piece
   * @param ofPiece what of a piece belongs into the list, or null
   */
  record Part<S>(
      ListStateDescriptor<S> descriptor,
      Class<S> type,
      MapFunction<S, StatePiece> toPiece,
      OfPiece<S> ofPiece)
      implements Serializable {

    private DataStream<StatePiece> read(SavepointEntries from, String uid) throws IOException {
      return SavepointReader.read(from.env(), from.folder().path(), SavepointEntries.BACKEND)
          .readListState(OperatorIdentifier.forUid(uid), descriptor.getName(), StateType.of(type))
          .map(toPiece)
          .returns(SavepointEntries.PIECE);
    }
  }

  /** What a piece holds of a list. */
  interface OfPiece<S> extends Serializable {
    @Nullable S of(StatePiece piece);
  }

  static ListStates of(Part<?>... parts) {
    return new ListStates(Arrays.asList(parts));
  }

  @Override
  public Set<String> names() {
    return parts.stream().map(part -> part.descriptor().getName()).collect(Collectors.toSet());
  }

  @Override
  public DataStream<StatePiece> read(SavepointEntries from, String uid) throws IOException {
    Set<String> present = from.folder().lists(uid);
    List<DataStream<StatePiece>> lists = new ArrayList<>();
    lists.add(parts.get(0).read(from, uid));
    for (Part<?> part : parts.subList(1, parts.size())) {
      if (present.contains(part.descriptor().getName())) {
        lists.add(part.read(from, uid));
      }
    }
    return lists.stream().reduce(DataStream::union).orElseThrow();
  }

  @Override
  public StateBootstrapTransformation<StatePiece> write(DataStream<StatePiece> pieces) {
    return OperatorTransformation.bootstrapWith(pieces, SavepointWriting.CHECKPOINT_ID)
        .transform(new ListBootstrap(parts));
  }
}
