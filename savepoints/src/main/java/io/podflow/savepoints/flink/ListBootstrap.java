package io.podflow.savepoints.flink;

import io.podflow.savepoints.state.StatePiece;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.state.api.functions.StateBootstrapFunction;

/** Takes pieces into the lists of an operator without keys, in the order in which they come. */
final class ListBootstrap extends StateBootstrapFunction<StatePiece> {

  private static final long serialVersionUID = 1L;

  private final List<ListStates.Part<?>> parts;
  private transient List<ListState<Object>> lists;

  ListBootstrap(List<ListStates.Part<?>> parts) {
    this.parts = List.copyOf(parts);
  }

  @Override
  @SuppressWarnings("unchecked")
  public void initializeState(FunctionInitializationContext context) throws Exception {
    lists = new ArrayList<>();
    for (ListStates.Part<?> part : parts) {
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
