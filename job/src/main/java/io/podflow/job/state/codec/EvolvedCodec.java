package io.podflow.job.state.codec;

import java.io.DataInput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads structures as an earlier schema has them into the class of today. */
final class EvolvedCodec extends EarlierCodec {

  /** Place of a field that the class has no more. */
  static final int DROPPED = -1;

  private final StructureCodec now;
  private final Stored[] stored;

  /**
   * A field of the earlier schema.
   *
   * @param codec reads it
   * @param place of the field in the class, or {@link #DROPPED}
   */
  record Stored(ValueCodec codec, int place) {}

  EvolvedCodec(StructureCodec now, Stored[] stored) {
    this.now = now;
    this.stored = stored.clone();
  }

  @Override
  @Nullable Object read(DataInput in) throws IOException {
    if (!in.readBoolean()) {
      return null;
    }
    @Nullable Object[] values = new Object[now.fields.length];
    boolean[] present = new boolean[values.length];
    for (Stored field : stored) {
      Object value = field.codec().read(in);
      if (field.place() != DROPPED) {
        values[field.place()] = value;
        present[field.place()] = true;
      }
    }
    try {
      return now.make(values, present);
    } catch (Throwable e) {
      throw Thrown.by(e);
    }
  }

  @Override
  @Nullable Object copy(@Nullable Object value) {
    return now.copy(value);
  }

  @Override
  boolean immutable() {
    return now.immutable();
  }
}
