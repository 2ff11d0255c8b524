package io.podflow.savepoints.flink;

import io.podflow.savepoints.state.StatePiece;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.state.api.functions.StateBootstrapFunction;
import org.jspecify.annotations.Nullable;

/** Takes pieces into the lists of an operator without keys, in the order in which they come. */
final class GateBootstrap extends StateBootstrapFunction<StatePiece> {

  private static final long serialVersionUID = 1L;

  private final List<Part<?>> parts;
  private transient List<ListState<Object>> lists;

  /**
   * One of the operator's lists.
   *
   * @param ofPiece what of a piece belongs into it, or null
   */
  record Part<S>(ListStateDescriptor<S> descriptor, OfPiece<S> ofPiece) implements Serializable {}

  /** What a piece holds of a list. */
  interface OfPiece<S> extends Serializable {
    @Nullable S of(StatePiece piece);
  }

  GateBootstrap(Part<?>... parts) {
    this.parts = List.of(parts);
  }

  @Override
  @SuppressWarnings("unchecked")
  public void initializeState(FunctionInitializationContext context) throws Exception {
    lists = new ArrayList<>();
    for (Part<?> part : parts) {
      lists.add(
          (ListState<Object>) context.getOperatorStateStore().getListState(part.descriptor()));
    }
  }

  @Override
  public void processElement(StatePiece piece, Context context) throws Exception {
    for (int i = 0; i < parts.size(); i++) {
      Object element = parts.get(i).ofPiece().of(piece);
      if (element != null) {
        lists.get(i).add(element);
      }
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {
    // What was added is what is written.
  }
}
