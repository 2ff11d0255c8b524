package io.podflow.job.state.codec;

import java.io.DataOutput;
import org.jspecify.annotations.Nullable;

/** Reads what an earlier schema describes. State is only ever written in the schema of today. */
abstract class EarlierCodec extends ValueCodec {

  @Override
  final void write(@Nullable Object value, DataOutput out) {
    throw new UnsupportedOperationException("state is not written in an earlier schema");
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
