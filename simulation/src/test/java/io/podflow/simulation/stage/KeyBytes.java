package io.podflow.simulation.stage;

import io.podflow.job.step.AlignedKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** What an aligned stage keeps of a key, to bytes and back. */
record KeyBytes<I, S>(StateBytes<I> input, StateBytes<S> state) {

  byte[] write(AlignedKey<I, S> key) {
    DataOutputSerializer all = new DataOutputSerializer(4_096);
    try {
      Long clock = key.clock();
      all.writeBoolean(clock != null);
      all.writeLong(clock == null ? 0 : clock);
      all.writeInt(key.wakes().size());
      for (long wake : key.wakes()) {
        all.writeLong(wake);
      }
      all.writeInt(key.waiting().size());
      key.waiting().forEach(each -> input.write(each, all));
      all.writeBoolean(key.memory() != null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    S memory = key.memory();
    if (memory != null) {
      state.write(memory, all);
    }
    return all.getCopyOfBuffer();
  }

  AlignedKey<I, S> read(int number, byte[] written) {
    AlignedKey<I, S> key = new AlignedKey<>(number);
    DataInputDeserializer all = new DataInputDeserializer(written);
    try {
      boolean hasRun = all.readBoolean();
      long clock = all.readLong();
      if (hasRun) {
        key.advanceClock(clock);
      }
      for (int wakes = all.readInt(); wakes > 0; wakes--) {
        key.wakeAt(all.readLong());
      }
      for (int inputs = all.readInt(); inputs > 0; inputs--) {
        key.addWaiting(input.read(all));
      }
      if (all.readBoolean()) {
        key.remember(state.read(all));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return key;
  }
}
