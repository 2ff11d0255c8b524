package io.podflow.job.state.codec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.flink.types.StringValue;
import org.jspecify.annotations.Nullable;

/** Text of any length, every character as it is. */
final class TextCodec extends ValueCodec {

  @Override
  void write(@Nullable Object value, DataOutput out) throws IOException {
    StringValue.writeString((CharSequence) value, out);
  }

  @Override
  @Nullable Object read(DataInput in) throws IOException {
    return StringValue.readString(in);
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
