package io.podflow.savepoints.upgrade;

import io.podflow.job.state.schema.Schema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
 * @param clock the last close handled, epoch milliseconds UTC; null before the first
 * @param timers event time, epoch milliseconds UTC, ascending
 */
record OldPiece(
    String uid,
    int key,
    String schema,
    byte @Nullable [] state,
    String inputSchema,
    List<byte[]> waiting,
    @Nullable Long clock,
    long[] timers) {

  /** Of a list of an operator without keys. */
  static OldPiece of(String uid, Schema schema, byte @Nullable [] state) {
    return keyed(uid, 0, schema, state, new long[0]);
  }

  /** Of an operator in which nothing waits. */
  static OldPiece keyed(
      String uid, int key, Schema schema, byte @Nullable [] state, long[] timers) {
    return new OldPiece(uid, key, schema.text(), state, "", List.of(), null, timers);
  }

  byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(uid);
    out.writeInt(key);
    text(schema, out);
    text(inputSchema, out);
    out.writeBoolean(state != null);
    if (state != null) {
      array(state, out);
    }
    out.writeInt(waiting.size());
    for (byte[] input : waiting) {
      array(input, out);
    }
    out.writeBoolean(clock != null);
    out.writeLong(clock == null ? 0 : clock);
    out.writeInt(timers.length);
    for (long timer : timers) {
      out.writeLong(timer);
    }
    return bytes.toByteArray();
  }

  static OldPiece of(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    String uid = in.readUTF();
    int key = in.readInt();
    String schema = text(in);
    String inputSchema = text(in);
    byte[] state = in.readBoolean() ? array(in) : null;
    List<byte[]> waiting = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      waiting.add(array(in));
    }
    boolean ticks = in.readBoolean();
    long clock = in.readLong();
    long[] timers = new long[in.readInt()];
    for (int i = 0; i < timers.length; i++) {
      timers[i] = in.readLong();
    }
    return new OldPiece(
        uid, key, schema, state, inputSchema, waiting, ticks ? clock : null, timers);
  }

  private static void text(String text, DataOutputStream out) throws IOException {
    array(text.getBytes(StandardCharsets.UTF_8), out);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(array(in), StandardCharsets.UTF_8);
  }

  private static void array(byte[] array, DataOutputStream out) throws IOException {
    out.writeInt(array.length);
    out.write(array);
  }

  private static byte[] array(DataInputStream in) throws IOException {
    return in.readNBytes(in.readInt());
  }
}
