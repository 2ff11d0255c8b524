package io.podflow.savepoints.upgrade;

import io.podflow.job.state.Uids;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.functions.MapFunction;

/**
 * A list of an operator without keys, in an old savepoint, and its elements as bytes.
 *
 * @param state its name
 */
record OldList(String uid, String state, OldType type) implements MapFunction<Object, byte[]> {

  static final List<OldList> ALL =
      List.of(
          new OldList(Uids.MARKET_GATE, "market-gate", OldType.MARKET),
          new OldList(Uids.MARKET_GATE, "versions", OldType.VERSION),
          new OldList(Uids.FEED_MESSAGES, "versions", OldType.VERSION),
          new OldList(Uids.EXCHANGE_GATE, "exchange-gate", OldType.EXCHANGE));

  @Override
  public byte[] map(Object element) throws IOException {
    return OldPiece.of(uid, type.schema(), type.bytes(element)).bytes();
  }
}
