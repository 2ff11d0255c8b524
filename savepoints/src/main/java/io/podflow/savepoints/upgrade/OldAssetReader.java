package io.podflow.savepoints.upgrade;

import io.podflow.job.state.Uids;
import io.podflow.savepoints.flink.AlignedEntry;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.util.Collector;

/** Reads what lies under each key of the operator of assets in an old savepoint, as bytes. */
final class OldAssetReader extends KeyedStateReaderFunction<Integer, byte[]> {

  private static final long serialVersionUID = 1L;

  private transient ValueState<Object> memory;

  @Override
  public void open(OpenContext context) {
    memory =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("asset", OldType.ASSET.information()));
  }

  @Override
  public void readKey(Integer key, Context context, Collector<byte[]> out) throws Exception {
    byte[] state = OldType.ASSET.bytes(memory.value());
    if (state != null) {
      long[] timers = AlignedEntry.timers(context);
      out.collect(OldPiece.keyed(Uids.ASSETS, key, OldType.ASSET.schema(), state, timers).bytes());
    }
  }
}
