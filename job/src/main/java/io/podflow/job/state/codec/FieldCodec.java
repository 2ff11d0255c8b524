package io.podflow.job.state.codec;

import io.podflow.job.state.schema.Shape;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A field of a structure between its class and bytes. Primitive values are not boxed on the way.
 */
abstract class FieldCodec {

  final MethodHandle getter;
  final @Nullable MethodHandle setter;

  FieldCodec(FieldAccess access) {
    getter = access.getter();
    setter = access.setter();
  }

  /** Of a field without parts. */
  static FieldCodec of(FieldAccess access, Shape.Scalar scalar) {
    return switch (scalar) {
      case BOOLEAN -> new OfBoolean(access);
      case BYTE -> new OfByte(access);
      case INT -> new OfInt(access);
      case LONG -> new OfLong(access);
      case DOUBLE -> new OfDouble(access);
      case TEXT -> new OfReference(access, new TextCodec());
    };
  }

  /** Of a field that is a structure, an enum, an array or a list. */
  static FieldCodec of(FieldAccess access, ValueCodec codec) {
    return new OfReference(access, codec);
  }

  abstract void write(Object structure, DataOutput out) throws Throwable;

  /** The value, for a constructor. */
  abstract @Nullable Object read(DataInput in) throws IOException;

  /** The value, put into the structure. */
  abstract void readInto(Object structure, DataInput in) throws Throwable;

  /** A copy of the value, for a constructor. */
  abstract @Nullable Object copy(Object structure) throws Throwable;

  /** A copy of the value, put into the other structure. */
  abstract void copyInto(Object to, Object from) throws Throwable;

  /** Puts a value into the structure. */
  final void put(Object structure, @Nullable Object value) throws Throwable {
    set().invoke(structure, value);
  }

  /** Whether the value itself cannot change. */
  boolean immutable() {
    return true;
  }

  final MethodHandle set() {
    return Objects.requireNonNull(setter);
  }

  private static final class OfBoolean extends FieldCodec {

    OfBoolean(FieldAccess access) {
      super(access);
    }

    @Override
    void write(Object structure, DataOutput out) throws Throwable {
      out.writeBoolean((boolean) getter.invokeExact(structure));
    }

    @Override
    Object read(DataInput in) throws IOException {
      return in.readBoolean();
    }

    @Override
    void readInto(Object structure, DataInput in) throws Throwable {
      set().invokeExact(structure, in.readBoolean());
    }

    @Override
    Object copy(Object structure) throws Throwable {
      return (boolean) getter.invokeExact(structure);
    }

    @Override
    void copyInto(Object to, Object from) throws Throwable {
      set().invokeExact(to, (boolean) getter.invokeExact(from));
    }
  }

  private static final class OfByte extends FieldCodec {

    OfByte(FieldAccess access) {
      super(access);
    }

    @Override
    void write(Object structure, DataOutput out) throws Throwable {
      out.writeByte((byte) getter.invokeExact(structure));
    }

    @Override
    Object read(DataInput in) throws IOException {
      return in.readByte();
    }

    @Override
    void readInto(Object structure, DataInput in) throws Throwable {
      set().invokeExact(structure, in.readByte());
    }

    @Override
    Object copy(Object structure) throws Throwable {
      return (byte) getter.invokeExact(structure);
    }

    @Override
    void copyInto(Object to, Object from) throws Throwable {
      set().invokeExact(to, (byte) getter.invokeExact(from));
    }
  }

  private static final class OfInt extends FieldCodec {

    OfInt(FieldAccess access) {
      super(access);
    }

    @Override
    void write(Object structure, DataOutput out) throws Throwable {
      out.writeInt((int) getter.invokeExact(structure));
    }

    @Override
    Object read(DataInput in) throws IOException {
      return in.readInt();
    }

    @Override
    void readInto(Object structure, DataInput in) throws Throwable {
      set().invokeExact(structure, in.readInt());
    }

    @Override
    Object copy(Object structure) throws Throwable {
      return (int) getter.invokeExact(structure);
    }

    @Override
    void copyInto(Object to, Object from) throws Throwable {
      set().invokeExact(to, (int) getter.invokeExact(from));
    }
  }

  private static final class OfLong extends FieldCodec {

    OfLong(FieldAccess access) {
      super(access);
    }

    @Override
    void write(Object structure, DataOutput out) throws Throwable {
      out.writeLong((long) getter.invokeExact(structure));
    }

    @Override
    Object read(DataInput in) throws IOException {
      return in.readLong();
    }

    @Override
    void readInto(Object structure, DataInput in) throws Throwable {
      set().invokeExact(structure, in.readLong());
    }

    @Override
    Object copy(Object structure) throws Throwable {
      return (long) getter.invokeExact(structure);
    }

    @Override
    void copyInto(Object to, Object from) throws Throwable {
      set().invokeExact(to, (long) getter.invokeExact(from));
    }
  }

  private static final class OfDouble extends FieldCodec {

    OfDouble(FieldAccess access) {
      super(access);
    }

    @Override
    void write(Object structure, DataOutput out) throws Throwable {
      out.writeDouble((double) getter.invokeExact(structure));
    }

    @Override
    Object read(DataInput in) throws IOException {
      return in.readDouble();
    }

    @Override
    void readInto(Object structure, DataInput in) throws Throwable {
      set().invokeExact(structure, in.readDouble());
    }

    @Override
    Object copy(Object structure) throws Throwable {
      return (double) getter.invokeExact(structure);
    }

    @Override
    void copyInto(Object to, Object from) throws Throwable {
      set().invokeExact(to, (double) getter.invokeExact(from));
    }
  }

  private static final class OfReference extends FieldCodec {

    private final ValueCodec codec;

    OfReference(FieldAccess access, ValueCodec codec) {
      super(access);
      this.codec = codec;
    }

    @Override
    void write(Object structure, DataOutput out) throws Throwable {
      codec.write((Object) getter.invokeExact(structure), out);
    }

    @Override
    @Nullable Object read(DataInput in) throws IOException {
      return codec.read(in);
    }

    @Override
    void readInto(Object structure, DataInput in) throws Throwable {
      set().invokeExact(structure, codec.read(in));
    }

    @Override
    @Nullable Object copy(Object structure) throws Throwable {
      return codec.copy((Object) getter.invokeExact(structure));
    }

    @Override
    void copyInto(Object to, Object from) throws Throwable {
      set().invokeExact(to, codec.copy((Object) getter.invokeExact(from)));
    }

    @Override
    boolean immutable() {
      return codec.immutable();
    }
  }
}
