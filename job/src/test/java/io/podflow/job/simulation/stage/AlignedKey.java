package io.podflow.job.simulation.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;

/** What an aligned stage keeps of a key. */
final class AlignedKey<I, S> {

  static final long NEVER = Long.MIN_VALUE;

  @Nullable S memory;
  final List<I> waiting = new ArrayList<>();
  final TreeSet<Long> timers = new TreeSet<>();
  long clock = NEVER;

  /** To bytes and back. */
  record Bytes<I, S>(StateBytes<I> input, StateBytes<S> state) {

    byte[] write(AlignedKey<I, S> key) {
      DataOutputSerializer all = new DataOutputSerializer(4_096);
      try {
        all.writeLong(key.clock);
        all.writeInt(key.timers.size());
        for (long timer : key.timers) {
          all.writeLong(timer);
        }
        all.writeInt(key.waiting.size());
        key.waiting.forEach(each -> input.write(each, all));
        all.writeBoolean(key.memory != null);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (key.memory != null) {
        state.write(key.memory, all);
      }
      return all.getCopyOfBuffer();
    }

    AlignedKey<I, S> read(byte[] written) {
      AlignedKey<I, S> key = new AlignedKey<>();
      DataInputDeserializer all = new DataInputDeserializer(written);
      try {
        key.clock = all.readLong();
        for (int timers = all.readInt(); timers > 0; timers--) {
          key.timers.add(all.readLong());
        }
        for (int inputs = all.readInt(); inputs > 0; inputs--) {
          key.waiting.add(input.read(all));
        }
        if (all.readBoolean()) {
          key.memory = state.read(all);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return key;
    }
  }
}
