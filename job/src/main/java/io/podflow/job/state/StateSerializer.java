package io.podflow.job.state;

import io.podflow.job.state.codec.Schemas;
import io.podflow.job.state.codec.StateCodec;
import io.podflow.job.state.schema.Schema;
import java.io.IOException;
import java.io.ObjectInputStream;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Writes everything that lies in state or crosses a wire of the job, by a schema that names no
 * class (ADR 21).
 *
 * @param <T> a class of {@link StateNames}
 */
public final class StateSerializer<T> extends TypeSerializer<T> {

  private static final long serialVersionUID = 1L;

  private final Schema schema;
  private transient StateCodec<T> codec;

  private StateSerializer(Schema schema) {
    this.schema = schema;
    codec = StateCodec.reading(schema, StateNames.ALL);
  }

  /** The serializer of a class as this version of podflow writes it. */
  public static <T> StateSerializer<T> of(Class<T> type) {
    return new StateSerializer<>(Schemas.of(type, StateNames.ALL));
  }

  /** The serializer that reads what was written by a schema. */
  static <T> StateSerializer<T> reading(Schema schema) {
    return new StateSerializer<>(schema);
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    codec = StateCodec.reading(schema, StateNames.ALL);
  }

  @Override
  public boolean isImmutableType() {
    return codec.immutable();
  }

  /** The codec has no state of its own. */
  @Override
  public TypeSerializer<T> duplicate() {
    return this;
  }

  /** Nothing is read into values that are there. */
  @Override
  public @Nullable T createInstance() {
    return null;
  }

  @Override
  public T copy(T from) {
    return codec.copy(from);
  }

  @Override
  public T copy(T from, T reuse) {
    return codec.copy(from);
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public void serialize(T value, DataOutputView target) throws IOException {
    codec.write(value, target);
  }

  @Override
  public T deserialize(DataInputView source) throws IOException {
    return codec.read(source);
  }

  @Override
  public T deserialize(T reuse, DataInputView source) throws IOException {
    return codec.read(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    codec.write(codec.read(source), target);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StateSerializer<?> that && schema.equals(that.schema);
  }

  @Override
  public int hashCode() {
    return schema.hashCode();
  }

  @Override
  public TypeSerializerSnapshot<T> snapshotConfiguration() {
    return new StateSerializerSnapshot<>(schema);
  }
}
