package io.podflow.job.state;

import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;

/**
 * A savepoint from before state had logical names; the message says what to do. A job that fails
 * with it is not restarted.
 */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
public final class OldSavepointException extends IllegalStateException {

  /** What a person has to do, with the command. */
  public static final String SENTENCE =
      "this savepoint is from a version of podflow that wrote class names into savepoints;"
          + " podflow state upgrade OLD NEW writes one that this version goes on from";

  private static final long serialVersionUID = 1L;

  public OldSavepointException() {
    super(SENTENCE);
  }
}
