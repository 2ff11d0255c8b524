package io.podflow.job.state.codec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists; what is read cannot be changed. */
final class ListCodec extends ValueCodec {

  private final ValueCodec element;

  ListCodec(ValueCodec element) {
    this.element = element;
  }

  @Override
  void write(@Nullable Object value, DataOutput out) throws IOException {
    if (value == null) {
      Lengths.write(Lengths.NULL, out);
      return;
    }
    List<?> list = (List<?>) value;
    Lengths.write(list.size(), out);
    for (Object each : list) {
      element.write(each, out);
    }
  }

  @Override
  @Nullable Object read(DataInput in) throws IOException {
    int length = Lengths.read(in);
    if (length == Lengths.NULL) {
      return null;
    }
    @Nullable Object[] values = new Object[length];
    for (int i = 0; i < length; i++) {
      values[i] = element.read(in);
    }
    return list(values);
  }

  @Override
  @Nullable Object copy(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    @Nullable Object[] values = ((List<?>) value).toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = element.copy(values[i]);
    }
    return list(values);
  }

  private static List<@Nullable Object> list(@Nullable Object[] values) {
    return values.length == 0
        ? Collections.emptyList()
        : Collections.unmodifiableList(Arrays.asList(values));
  }

  /** A list that somebody else made may be changed by its maker. */
  @Override
  boolean immutable() {
    return false;
  }
}
