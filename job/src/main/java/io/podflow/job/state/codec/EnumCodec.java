package io.podflow.job.state.codec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Constants of an enum, by their order. */
final class EnumCodec extends ValueCodec {

  private final Object[] constants;

  EnumCodec(Class<?> type) {
    constants = type.getEnumConstants();
  }

  @Override
  void write(@Nullable Object value, DataOutput out) throws IOException {
    Lengths.write(value == null ? Lengths.NULL : ((Enum<?>) value).ordinal(), out);
  }

  @Override
  @Nullable Object read(DataInput in) throws IOException {
    int number = Lengths.read(in);
    return number == Lengths.NULL ? null : constants[number];
  }

  @Override
  @Nullable Object copy(@Nullable Object value) {
    return value;
  }

  @Override
  boolean immutable() {
    return true;
  }
}
