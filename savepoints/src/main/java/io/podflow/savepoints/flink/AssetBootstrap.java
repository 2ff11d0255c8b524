package io.podflow.savepoints.flink;

import io.podflow.domain.asset.AssetMemory;
import io.podflow.job.state.StateTypes;
import io.podflow.savepoints.state.AssetEntry;
import io.podflow.savepoints.state.StatePiece;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.state.api.functions.KeyedStateBootstrapFunction;

/** Takes entries into the state of the operator of assets. */
final class AssetBootstrap extends KeyedStateBootstrapFunction<Integer, StatePiece> {

  private static final long serialVersionUID = 1L;

  private transient ValueState<AssetMemory> memory;

  @Override
  public void open(OpenContext context) {
    memory = getRuntimeContext().getState(StateTypes.asset());
  }

  @Override
  public void processElement(StatePiece piece, Context context) throws Exception {
    AssetEntry entry = Objects.requireNonNull(piece.asset());
    memory.update(entry.memory());
    for (long time : entry.timers()) {
      context.timerService().registerEventTimeTimer(time);
    }
  }
}
