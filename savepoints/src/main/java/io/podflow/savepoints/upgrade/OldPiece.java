package io.podflow.savepoints.upgrade;

import io.podflow.job.state.codec.LogicalNames;
import io.podflow.job.state.codec.NamedClass;
import io.podflow.job.state.codec.StateCodec;
import io.podflow.job.state.schema.Schema;
import java.io.IOException;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;

/**
 * An entry of an old savepoint as it crosses from the class loader of the frozen classes to that of
 * today's: nothing but bytes and texts.
 *
 * @param uid of the operator
 * @param key under which the entry lies; 0 in an operator without keys
 * @param schema of the state
 * @param state null where the operator has not remembered anything under the key
 * @param inputSchema of the inputs; empty where there are none
 * @param waiting inputs whose close has not come
 * @param begun whether a close has been handled
 * @param clock the last close handled, epoch milliseconds UTC; 0 before the first
 * @param timers event time, epoch milliseconds UTC, ascending
 */
public record OldPiece(
    String uid,
    int key,
    String schema,
    byte @Nullable [] state,
    String inputSchema,
    byte[][] waiting,
    boolean begun,
    long clock,
    long[] timers) {

  private static final StateCodec<OldPiece> CODEC =
      StateCodec.of(
          OldPiece.class, LogicalNames.of(List.of(NamedClass.of("old-piece/1", OldPiece.class))));

  /** Of a list of an operator without keys. */
  static OldPiece of(String uid, Schema schema, byte @Nullable [] state) {
    return keyed(uid, 0, schema, state, new long[0]);
  }

  /** Of an operator in which nothing waits. */
  static OldPiece keyed(
      String uid, int key, Schema schema, byte @Nullable [] state, long[] timers) {
    return new OldPiece(uid, key, schema.text(), state, "", new byte[0][], false, 0, timers);
  }

  byte[] bytes() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(1_024);
    CODEC.write(this, out);
    return out.getCopyOfBuffer();
  }

  static OldPiece of(byte[] bytes) throws IOException {
    return CODEC.read(new DataInputDeserializer(bytes));
  }

  /** The last close handled, or null before the first. */
  @Nullable Long lastClose() {
    return begun ? clock : null;
  }
}
