package io.podflow.job.state.codec;

import io.podflow.job.state.schema.Schema;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Objects;

/**
 * Writes, reads and copies the values of a class by a schema. Many threads may use one.
 *
 * @param <T> the class
 */
public final class StateCodec<T> {

  private final ValueCodec codec;

  private StateCodec(ValueCodec codec) {
    this.codec = codec;
  }

  /**
   * The codec for state as this version of podflow writes it.
   *
   * @throws IllegalArgumentException if the class, or one that it mentions, cannot lie in state
   */
  public static <T> StateCodec<T> of(Class<T> type, LogicalNames names) {
    return reading(Schemas.of(type, names), names);
  }

  /**
   * The codec that reads state of this or an earlier schema. A field that the schema does not have
   * gets the value that a new structure has. Only of the schema of today can it write.
   *
   * @throws SchemaMismatchException if the classes of today cannot hold what the schema describes
   */
  public static <T> StateCodec<T> reading(Schema schema, LogicalNames names) {
    return new StateCodec<>(new CodecCompiler(schema, names).named(schema.root()));
  }

  public void write(T value, DataOutput out) throws IOException {
    codec.write(value, out);
  }

  @SuppressWarnings("unchecked")
  public T read(DataInput in) throws IOException {
    return (T) Objects.requireNonNull(codec.read(in));
  }

  /** A value that shares nothing with this one that can change. */
  @SuppressWarnings("unchecked")
  public T copy(T value) {
    return (T) Objects.requireNonNull(codec.copy(value));
  }

  /** Whether no value can change, so that a copy is the value itself. */
  public boolean immutable() {
    return codec.immutable();
  }
}
