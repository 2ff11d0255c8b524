package io.podflow.job.state.codec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/** Arrays of references. */
final class ArrayCodec extends ValueCodec {

  private final Class<?> component;
  private final ValueCodec element;

  ArrayCodec(Class<?> component, ValueCodec element) {
    this.component = component;
    this.element = element;
  }

  @Override
  void write(@Nullable Object value, DataOutput out) throws IOException {
    if (value == null) {
      Lengths.write(Lengths.NULL, out);
      return;
    }
    @Nullable Object[] array = (Object[]) value;
    Lengths.write(array.length, out);
    for (Object each : array) {
      element.write(each, out);
    }
  }

  @Override
  @Nullable Object read(DataInput in) throws IOException {
    int length = Lengths.read(in);
    if (length == Lengths.NULL) {
      return null;
    }
    @Nullable Object[] array = (Object[]) Array.newInstance(component, length);
    for (int i = 0; i < length; i++) {
      array[i] = element.read(in);
    }
    return array;
  }

  @Override
  @Nullable Object copy(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    @Nullable Object[] array = ((Object[]) value).clone();
    if (!element.immutable()) {
      for (int i = 0; i < array.length; i++) {
        array[i] = element.copy(array[i]);
      }
    }
    return array;
  }

  @Override
  boolean immutable() {
    return false;
  }
}
