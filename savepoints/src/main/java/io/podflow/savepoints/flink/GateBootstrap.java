package io.podflow.savepoints.flink;

import io.podflow.savepoints.state.StatePiece;
import java.io.Serializable;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.state.api.functions.StateBootstrapFunction;

/** Takes the state of a gate into its operator's list. */
final class GateBootstrap<S> extends StateBootstrapFunction<StatePiece> {

  private static final long serialVersionUID = 1L;

  private final ListStateDescriptor<S> descriptor;
  private final OfPiece<S> ofPiece;
  private transient ListState<S> stored;

  /** What a piece holds of the gate. */
  interface OfPiece<S> extends Serializable {
    S state(StatePiece piece);
  }

  GateBootstrap(ListStateDescriptor<S> descriptor, OfPiece<S> ofPiece) {
    this.descriptor = descriptor;
    this.ofPiece = ofPiece;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    stored = context.getOperatorStateStore().getListState(descriptor);
  }

  @Override
  public void processElement(StatePiece piece, Context context) throws Exception {
    stored.add(ofPiece.state(piece));
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {
    // What was added is what is written.
  }
}
