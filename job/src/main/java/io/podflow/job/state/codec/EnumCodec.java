package io.podflow.job.state.codec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Constants of an enum, by their numbers in a schema. */
final class EnumCodec extends ValueCodec {

  private final Object[] constants;
  private final int[] numbers;

  /**
   * @param constants in the order of their numbers
   */
  EnumCodec(Object[] constants, int ofClass) {
    this.constants = constants.clone();
    numbers = new int[ofClass];
    for (int i = 0; i < constants.length; i++) {
      numbers[((Enum<?>) constants[i]).ordinal()] = i;
    }
  }

  @Override
  void write(@Nullable Object value, DataOutput out) throws IOException {
    Lengths.write(value == null ? Lengths.NULL : numbers[((Enum<?>) value).ordinal()], out);
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
