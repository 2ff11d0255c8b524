package io.podflow.job.state.codec;

import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;

/**
 * State of a schema that this version of podflow cannot read; the message says why. A job that
 * fails with it is not restarted.
 */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
public final class SchemaMismatchException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  SchemaMismatchException(String message) {
    super(message);
  }
}
