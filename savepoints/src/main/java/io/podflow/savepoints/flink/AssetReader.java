package io.podflow.savepoints.flink;

import io.podflow.domain.asset.AssetMemory;
import io.podflow.job.state.StateTypes;
import io.podflow.savepoints.state.AssetEntry;
import io.podflow.savepoints.state.StatePiece;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.util.Collector;

/** Reads what lies under each key of the operator of assets. */
final class AssetReader extends KeyedStateReaderFunction<Integer, StatePiece> {

  private static final long serialVersionUID = 1L;

  private transient ValueState<AssetMemory> memory;

  @Override
  public void open(OpenContext context) {
    memory = getRuntimeContext().getState(StateTypes.asset());
  }

  @Override
  public void readKey(Integer key, Context context, Collector<StatePiece> out) throws Exception {
    AssetMemory value = memory.value();
    if (value != null) {
      out.collect(StatePiece.of(new AssetEntry(key, value, AlignedEntry.timers(context))));
    }
  }
}
