package io.podflow.job.state.codec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Structures whose fields are written in the order in which the class has them. */
abstract class StructureCodec extends ValueCodec {

  final FieldCodec[] fields;
  final MethodHandle constructor;

  StructureCodec(FieldCodec[] fields, MethodHandle constructor) {
    this.fields = fields.clone();
    this.constructor = constructor;
  }

  static StructureCodec of(Class<?> type, FieldCodec[] fields) {
    MethodHandle constructor = FieldAccess.constructor(type);
    return type.isRecord()
        ? new RecordCodec(type, fields, constructor)
        : new ObjectCodec(fields, constructor);
  }

  /**
   * A structure of some of its fields; the others have the value of a new structure.
   *
   * @param values by place of the field in the class
   * @param present which of them to take
   */
  abstract Object make(@Nullable Object[] values, boolean[] present) throws Throwable;

  abstract Object readFields(DataInput in) throws Throwable;

  abstract Object copyFields(Object structure) throws Throwable;

  @Override
  final void write(@Nullable Object value, DataOutput out) throws IOException {
    out.writeBoolean(value != null);
    if (value == null) {
      return;
    }
    try {
      for (FieldCodec field : fields) {
        field.write(value, out);
      }
    } catch (Throwable e) {
      throw Thrown.by(e);
    }
  }

  @Override
  final @Nullable Object read(DataInput in) throws IOException {
    if (!in.readBoolean()) {
      return null;
    }
    try {
      return readFields(in);
    } catch (Throwable e) {
      throw Thrown.by(e);
    }
  }

  @Override
  final @Nullable Object copy(@Nullable Object value) {
    if (value == null || immutable()) {
      return value;
    }
    try {
      return copyFields(value);
    } catch (Throwable e) {
      throw Thrown.unchecked(e);
    }
  }

  /** Of a record: it is made of all of its components at once. */
  private static final class RecordCodec extends StructureCodec {

    private final @Nullable Object[] defaults;
    private final boolean immutable;

    RecordCodec(Class<?> type, FieldCodec[] fields, MethodHandle constructor) {
      super(fields, constructor);
      defaults =
          Arrays.stream(type.getRecordComponents())
              .map(component -> java.lang.reflect.Array.newInstance(component.getType(), 1))
              .map(one -> java.lang.reflect.Array.get(one, 0))
              .toArray();
      immutable = Arrays.stream(fields).allMatch(FieldCodec::immutable);
    }

    @Override
    Object make(@Nullable Object[] values, boolean[] present) throws Throwable {
      @Nullable Object[] all = defaults.clone();
      for (int i = 0; i < all.length; i++) {
        if (present[i]) {
          all[i] = values[i];
        }
      }
      return (Object) constructor.invokeExact(all);
    }

    @Override
    Object readFields(DataInput in) throws Throwable {
      @Nullable Object[] values = new Object[fields.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = fields[i].read(in);
      }
      return (Object) constructor.invokeExact(values);
    }

    @Override
    Object copyFields(Object structure) throws Throwable {
      @Nullable Object[] values = new Object[fields.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = fields[i].copy(structure);
      }
      return (Object) constructor.invokeExact(values);
    }

    @Override
    boolean immutable() {
      return immutable;
    }
  }

  /** Of a class with public fields: it is made of nothing, then filled. */
  private static final class ObjectCodec extends StructureCodec {

    private static final @Nullable Object[] NOTHING = {};

    ObjectCodec(FieldCodec[] fields, MethodHandle constructor) {
      super(fields, constructor);
    }

    @Override
    Object make(@Nullable Object[] values, boolean[] present) throws Throwable {
      Object made = (Object) constructor.invokeExact(NOTHING);
      for (int i = 0; i < fields.length; i++) {
        if (present[i]) {
          fields[i].put(made, values[i]);
        }
      }
      return made;
    }

    @Override
    Object readFields(DataInput in) throws Throwable {
      Object made = (Object) constructor.invokeExact(NOTHING);
      for (FieldCodec field : fields) {
        field.readInto(made, in);
      }
      return made;
    }

    @Override
    Object copyFields(Object structure) throws Throwable {
      Object made = (Object) constructor.invokeExact(NOTHING);
      for (FieldCodec field : fields) {
        field.copyInto(made, structure);
      }
      return made;
    }

    @Override
    boolean immutable() {
      return false;
    }
  }
}
