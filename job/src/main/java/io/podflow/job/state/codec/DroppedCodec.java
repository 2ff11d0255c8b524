package io.podflow.job.state.codec;

import io.podflow.job.state.schema.Definition;
import io.podflow.job.state.schema.Schema;
import io.podflow.job.state.schema.Shape;
import java.io.DataInput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads over values for which there may be no class any more. */
final class DroppedCodec extends EarlierCodec {

  private final Schema schema;
  private final Shape shape;

  DroppedCodec(Schema schema, Shape shape) {
    this.schema = schema;
    this.shape = shape;
  }

  @Override
  @Nullable Object read(DataInput in) throws IOException {
    skip(shape, in);
    return null;
  }

  private void skip(Shape what, DataInput in) throws IOException {
    if (what instanceof Shape.Scalar scalar) {
      ScalarCodec.of(scalar).read(in);
    } else if (what instanceof Shape.ArrayOf array) {
      skipAll(array.element(), in);
    } else if (what instanceof Shape.ListOf list) {
      skipAll(list.element(), in);
    } else if (what instanceof Shape.Named named) {
      skip(schema.definition(named.name()), in);
    }
  }

  private void skipAll(Shape element, DataInput in) throws IOException {
    int length = Lengths.read(in);
    for (int i = 0; i < length; i++) {
      skip(element, in);
    }
  }

  private void skip(Definition definition, DataInput in) throws IOException {
    if (definition instanceof Definition.Enumeration) {
      Lengths.read(in);
    } else if (definition instanceof Definition.Structure structure && in.readBoolean()) {
      for (Definition.Field field : structure.fields()) {
        skip(field.shape(), in);
      }
    }
  }
}
