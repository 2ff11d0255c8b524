package io.podflow.job.state.codec;

import io.podflow.job.state.schema.Shape;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Arrays of numbers and of truth values. */
abstract class PrimitiveArrayCodec<A> extends ValueCodec {

  static ValueCodec of(Shape.Scalar element) {
    return switch (element) {
      case BOOLEAN -> new Booleans();
      case BYTE -> new Bytes();
      case INT -> new Ints();
      case LONG -> new Longs();
      case DOUBLE -> new Doubles();
      case TEXT -> throw new IllegalArgumentException("text is no primitive");
    };
  }

  abstract int length(A array);

  abstract void writeElements(A array, DataOutput out) throws IOException;

  abstract A readElements(int length, DataInput in) throws IOException;

  abstract A copyOf(A array);

  @Override
  @SuppressWarnings("unchecked")
  final void write(@Nullable Object value, DataOutput out) throws IOException {
    if (value == null) {
      Lengths.write(Lengths.NULL, out);
      return;
    }
    A array = (A) value;
    Lengths.write(length(array), out);
    writeElements(array, out);
  }

  @Override
  final @Nullable Object read(DataInput in) throws IOException {
    int length = Lengths.read(in);
    return length == Lengths.NULL ? null : readElements(length, in);
  }

  @Override
  @SuppressWarnings("unchecked")
  final @Nullable Object copy(@Nullable Object value) {
    return value == null ? null : copyOf((A) value);
  }

  @Override
  final boolean immutable() {
    return false;
  }

  private static final class Doubles extends PrimitiveArrayCodec<double[]> {

    @Override
    int length(double[] array) {
      return array.length;
    }

    @Override
    void writeElements(double[] array, DataOutput out) throws IOException {
      for (double each : array) {
        out.writeDouble(each);
      }
    }

    @Override
    double[] readElements(int length, DataInput in) throws IOException {
      double[] array = new double[length];
      for (int i = 0; i < length; i++) {
        array[i] = in.readDouble();
      }
      return array;
    }

    @Override
    double[] copyOf(double[] array) {
      return array.clone();
    }
  }

  private static final class Longs extends PrimitiveArrayCodec<long[]> {

    @Override
    int length(long[] array) {
      return array.length;
    }

    @Override
    void writeElements(long[] array, DataOutput out) throws IOException {
      for (long each : array) {
        out.writeLong(each);
      }
    }

    @Override
    long[] readElements(int length, DataInput in) throws IOException {
      long[] array = new long[length];
      for (int i = 0; i < length; i++) {
        array[i] = in.readLong();
      }
      return array;
    }

    @Override
    long[] copyOf(long[] array) {
      return array.clone();
    }
  }

  private static final class Ints extends PrimitiveArrayCodec<int[]> {

    @Override
    int length(int[] array) {
      return array.length;
    }

    @Override
    void writeElements(int[] array, DataOutput out) throws IOException {
      for (int each : array) {
        out.writeInt(each);
      }
    }

    @Override
    int[] readElements(int length, DataInput in) throws IOException {
      int[] array = new int[length];
      for (int i = 0; i < length; i++) {
        array[i] = in.readInt();
      }
      return array;
    }

    @Override
    int[] copyOf(int[] array) {
      return array.clone();
    }
  }

  private static final class Booleans extends PrimitiveArrayCodec<boolean[]> {

    @Override
    int length(boolean[] array) {
      return array.length;
    }

    @Override
    void writeElements(boolean[] array, DataOutput out) throws IOException {
      for (boolean each : array) {
        out.writeBoolean(each);
      }
    }

    @Override
    boolean[] readElements(int length, DataInput in) throws IOException {
      boolean[] array = new boolean[length];
      for (int i = 0; i < length; i++) {
        array[i] = in.readBoolean();
      }
      return array;
    }

    @Override
    boolean[] copyOf(boolean[] array) {
      return array.clone();
    }
  }

  private static final class Bytes extends PrimitiveArrayCodec<byte[]> {

    @Override
    int length(byte[] array) {
      return array.length;
    }

    @Override
    void writeElements(byte[] array, DataOutput out) throws IOException {
      out.write(array);
    }

    @Override
    byte[] readElements(int length, DataInput in) throws IOException {
      byte[] array = new byte[length];
      in.readFully(array);
      return array;
    }

    @Override
    byte[] copyOf(byte[] array) {
      return array.clone();
    }
  }
}
