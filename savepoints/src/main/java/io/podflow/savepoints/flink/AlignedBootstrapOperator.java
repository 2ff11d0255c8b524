package io.podflow.savepoints.flink;

import io.podflow.job.state.AlignmentState;
import io.podflow.savepoints.state.StatePiece;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.core.fs.Path;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.state.api.output.SnapshotUtils;
import org.apache.flink.state.api.output.TaggedOperatorSubtaskState;
import org.apache.flink.state.api.runtime.VoidTriggerable;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Takes entries into the states of an alignment operator and, at the end, into a savepoint. The
 * State Processor API's own operator has the timers of process functions only.
 */
final class AlignedBootstrapOperator<I, S>
    extends AbstractStreamOperator<TaggedOperatorSubtaskState>
    implements OneInputStreamOperator<StatePiece, TaggedOperatorSubtaskState>, BoundedOneInput {

  private static final long serialVersionUID = 1L;

  private final AlignmentState<I, S> types;
  private final AlignedEntry.OfPiece<I, S> ofPiece;
  private final long timestamp;
  private final Path savepoint;

  private transient InternalTimerService<VoidNamespace> timers;

  AlignedBootstrapOperator(
      AlignmentState<I, S> types,
      AlignedEntry.OfPiece<I, S> ofPiece,
      long timestamp,
      Path savepoint) {
    this.types = types;
    this.ofPiece = ofPiece;
    this.timestamp = timestamp;
    this.savepoint = savepoint;
  }

  @Override
  public void open() throws Exception {
    super.open();
    timers =
        getInternalTimerService(
            AlignmentState.TIMERS, VoidNamespaceSerializer.INSTANCE, VoidTriggerable.instance());
  }

  @Override
  public void processElement(StreamRecord<StatePiece> element) throws Exception {
    AlignedEntry<I, S> entry = ofPiece.entry(element.getValue());
    if (entry.memory() != null) {
      getPartitionedState(types.memory()).update(entry.memory());
    }
    if (!entry.waiting().isEmpty()) {
      getPartitionedState(types.waiting()).update(entry.waiting());
    }
    if (entry.clock() != null) {
      getPartitionedState(types.clock()).update(entry.clock());
    }
    for (long time : entry.timers()) {
      timers.registerEventTimeTimer(VoidNamespace.INSTANCE, time);
    }
  }

  @Override
  public void endInput() throws Exception {
    TaggedOperatorSubtaskState state =
        SnapshotUtils.snapshot(
            SavepointWriting.CHECKPOINT_ID,
            this,
            getRuntimeContext().getTaskInfo().getIndexOfThisSubtask(),
            timestamp,
            CheckpointingMode.EXACTLY_ONCE,
            false,
            getContainingTask().getConfiguration().getConfiguration(),
            savepoint);
    output.collect(new StreamRecord<>(state));
  }
}
