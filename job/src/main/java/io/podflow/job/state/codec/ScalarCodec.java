package io.podflow.job.state.codec;

import io.podflow.job.state.schema.Shape;
import java.io.DataInput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Single numbers and truth values of earlier schemas, boxed. */
final class ScalarCodec extends EarlierCodec {

  private final Shape.Scalar scalar;

  private ScalarCodec(Shape.Scalar scalar) {
    this.scalar = scalar;
  }

  static ValueCodec of(Shape.Scalar scalar) {
    return scalar == Shape.Scalar.TEXT ? new TextCodec() : new ScalarCodec(scalar);
  }

  @Override
  @Nullable Object read(DataInput in) throws IOException {
    return switch (scalar) {
      case BOOLEAN -> in.readBoolean();
      case BYTE -> in.readByte();
      case INT -> in.readInt();
      case LONG -> in.readLong();
      case DOUBLE -> in.readDouble();
      case TEXT -> throw new IllegalStateException("text has a codec of its own");
    };
  }
}
