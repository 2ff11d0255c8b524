package io.podflow.simulation.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** A type of state to bytes and back, through the serializer that savepoints use. */
final class StateBytes<T> {

  private final TypeSerializer<T> serializer;

  StateBytes(TypeSerializer<T> serializer) {
    this.serializer = serializer;
  }

  static <T> StateBytes<T> of(TypeInformation<T> type) {
    return new StateBytes<>(type.createSerializer(new SerializerConfigImpl()));
  }

  void write(T value, DataOutputSerializer out) {
    try {
      serializer.serialize(value, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  T read(DataInputDeserializer in) {
    try {
      return serializer.deserialize(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] write(T value) {
    DataOutputSerializer out = new DataOutputSerializer(256);
    write(value, out);
    return out.getCopyOfBuffer();
  }

  T read(byte[] bytes) {
    return read(new DataInputDeserializer(bytes));
  }
}
