package io.podflow.savepoints.flink;

import java.io.Serial;

/**
 * A folder that is no savepoint, or one that cannot be worked with; the message says what to do.
 */
public final class SavepointRefusedException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  public SavepointRefusedException(String message) {
    super(message);
  }
}
