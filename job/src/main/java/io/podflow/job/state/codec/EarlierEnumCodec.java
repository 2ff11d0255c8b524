package io.podflow.job.state.codec;

import java.io.DataInput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Constants of an enum by the order of an earlier schema. */
final class EarlierEnumCodec extends EarlierCodec {

  private final Object[] constants;

  /**
   * @param constants of today's enum, in the order of the earlier one
   */
  EarlierEnumCodec(Object[] constants) {
    this.constants = constants.clone();
  }

  @Override
  @Nullable Object read(DataInput in) throws IOException {
    int number = Lengths.read(in);
    return number == Lengths.NULL ? null : constants[number];
  }
}
