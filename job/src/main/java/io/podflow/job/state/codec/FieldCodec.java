package io.podflow.job.state.codec;

import io.podflow.job.state.schema.Shape;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * A field of a structure between its class and bytes. Primitive values are not boxed on the way.
 */
abstract class FieldCodec {

  final Field field;

  FieldCodec(FieldAccess access) {
    field = access.field();
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

  abstract void write(Object structure, DataOutput out) throws IOException, IllegalAccessException;

  /** The value, for a constructor. */
  abstract @Nullable Object read(DataInput in) throws IOException;

  /** The value, put into the structure. */
  abstract void readInto(Object structure, DataInput in) throws IOException, IllegalAccessException;

  /** A copy of the value, for a constructor. */
  abstract @Nullable Object copy(Object structure) throws IllegalAccessException;

  /** A copy of the value, put into the other structure. */
  abstract void copyInto(Object to, Object from) throws IllegalAccessException;

  /** Puts a value into the structure. */
  final void put(Object structure, @Nullable Object value) throws IllegalAccessException {
    field.set(structure, value);
  }

  /** Whether the value itself cannot change. */
  boolean immutable() {
    return true;
  }

  private static final class OfBoolean extends FieldCodec {

    OfBoolean(FieldAccess access) {
      super(access);
    }

    @Override
    void write(Object structure, DataOutput out) throws IOException, IllegalAccessException {
      out.writeBoolean(field.getBoolean(structure));
    }

    @Override
    Object read(DataInput in) throws IOException {
      return in.readBoolean();
    }

    @Override
    void readInto(Object structure, DataInput in) throws IOException, IllegalAccessException {
      field.setBoolean(structure, in.readBoolean());
    }

    @Override
    Object copy(Object structure) throws IllegalAccessException {
      return field.getBoolean(structure);
    }

    @Override
    void copyInto(Object to, Object from) throws IllegalAccessException {
      field.setBoolean(to, field.getBoolean(from));
    }
  }

  private static final class OfByte extends FieldCodec {

    OfByte(FieldAccess access) {
      super(access);
    }

    @Override
    void write(Object structure, DataOutput out) throws IOException, IllegalAccessException {
      out.writeByte(field.getByte(structure));
    }

    @Override
    Object read(DataInput in) throws IOException {
      return in.readByte();
    }

    @Override
    void readInto(Object structure, DataInput in) throws IOException, IllegalAccessException {
      field.setByte(structure, in.readByte());
    }

    @Override
    Object copy(Object structure) throws IllegalAccessException {
      return field.getByte(structure);
    }

    @Override
    void copyInto(Object to, Object from) throws IllegalAccessException {
      field.setByte(to, field.getByte(from));
    }
  }

  private static final class OfInt extends FieldCodec {

    OfInt(FieldAccess access) {
      super(access);
    }

    @Override
    void write(Object structure, DataOutput out) throws IOException, IllegalAccessException {
      out.writeInt(field.getInt(structure));
    }

    @Override
    Object read(DataInput in) throws IOException {
      return in.readInt();
    }

    @Override
    void readInto(Object structure, DataInput in) throws IOException, IllegalAccessException {
      field.setInt(structure, in.readInt());
    }

    @Override
    Object copy(Object structure) throws IllegalAccessException {
      return field.getInt(structure);
    }

    @Override
    void copyInto(Object to, Object from) throws IllegalAccessException {
      field.setInt(to, field.getInt(from));
    }
  }

  private static final class OfLong extends FieldCodec {

    OfLong(FieldAccess access) {
      super(access);
    }

    @Override
    void write(Object structure, DataOutput out) throws IOException, IllegalAccessException {
      out.writeLong(field.getLong(structure));
    }

    @Override
    Object read(DataInput in) throws IOException {
      return in.readLong();
    }

    @Override
    void readInto(Object structure, DataInput in) throws IOException, IllegalAccessException {
      field.setLong(structure, in.readLong());
    }

    @Override
    Object copy(Object structure) throws IllegalAccessException {
      return field.getLong(structure);
    }

    @Override
    void copyInto(Object to, Object from) throws IllegalAccessException {
      field.setLong(to, field.getLong(from));
    }
  }

  private static final class OfDouble extends FieldCodec {

    OfDouble(FieldAccess access) {
      super(access);
    }

    @Override
    void write(Object structure, DataOutput out) throws IOException, IllegalAccessException {
      out.writeDouble(field.getDouble(structure));
    }

    @Override
    Object read(DataInput in) throws IOException {
      return in.readDouble();
    }

    @Override
    void readInto(Object structure, DataInput in) throws IOException, IllegalAccessException {
      field.setDouble(structure, in.readDouble());
    }

    @Override
    Object copy(Object structure) throws IllegalAccessException {
      return field.getDouble(structure);
    }

    @Override
    void copyInto(Object to, Object from) throws IllegalAccessException {
      field.setDouble(to, field.getDouble(from));
    }
  }

  private static final class OfReference extends FieldCodec {

    private final ValueCodec codec;

    OfReference(FieldAccess access, ValueCodec codec) {
      super(access);
      this.codec = codec;
    }

    @Override
    void write(Object structure, DataOutput out) throws IOException, IllegalAccessException {
      codec.write(field.get(structure), out);
    }

    @Override
    @Nullable Object read(DataInput in) throws IOException {
      return codec.read(in);
    }

    @Override
    void readInto(Object structure, DataInput in) throws IOException, IllegalAccessException {
      field.set(structure, codec.read(in));
    }

    @Override
    @Nullable Object copy(Object structure) throws IllegalAccessException {
      return codec.copy(field.get(structure));
    }

    @Override
    void copyInto(Object to, Object from) throws IllegalAccessException {
      field.set(to, codec.copy(field.get(from)));
    }

    @Override
    boolean immutable() {
      return codec.immutable();
    }
  }
}
