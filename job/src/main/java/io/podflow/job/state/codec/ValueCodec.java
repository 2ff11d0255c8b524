package io.podflow.job.state.codec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes, reads and copies the values of one shape, null among them. Without state of its own. */
abstract class ValueCodec {

  abstract void write(@Nullable Object value, DataOutput out) throws IOException;

  abstract @Nullable Object read(DataInput in) throws IOException;

  /** A value that shares nothing with this one that can change. */
  abstract @Nullable Object copy(@Nullable Object value);

  /** Whether no value can change, so that a copy is the value itself. */
  abstract boolean immutable();
}
