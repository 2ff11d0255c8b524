package io.podflow.savepoints.flink;

import io.podflow.job.state.AlignmentState;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.util.Collector;

/**
 * Reads what lies under each key of an alignment operator.
 *
 * @param <P> what an entry becomes
 */
public final class AlignedReader<I, S, P> extends KeyedStateReaderFunction<Integer, P> {

  private static final long serialVersionUID = 1L;

  private final AlignmentState<I, S> types;
  private final AlignedEntry.ToPiece<I, S, P> toPiece;

  private transient ValueState<S> memory;
  private transient ListState<I> waiting;
  private transient ValueState<Long> clock;

  public AlignedReader(AlignmentState<I, S> types, AlignedEntry.ToPiece<I, S, P> toPiece) {
    this.types = types;
    this.toPiece = toPiece;
  }

  @Override
  public void open(OpenContext context) {
    memory = getRuntimeContext().getState(types.memory());
    waiting = getRuntimeContext().getListState(types.waiting());
    clock = getRuntimeContext().getState(types.clock());
  }

  @Override
  public void readKey(Integer key, Context context, Collector<P> out) throws Exception {
    List<I> inputs = new ArrayList<>();
    Iterable<I> stored = waiting.get();
    if (stored != null) {
      stored.forEach(inputs::add);
    }
    out.collect(
        toPiece.piece(
            new AlignedEntry<>(
                key, memory.value(), inputs, clock.value(), AlignedEntry.timers(context))));
  }
}
