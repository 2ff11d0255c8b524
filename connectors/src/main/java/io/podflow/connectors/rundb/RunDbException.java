package io.podflow.connectors.rundb;

import java.nio.file.Path;

/** A {@code run.db} that cannot be read or written; the message names the file. */
public final class RunDbException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RunDbException(Path file, String what) {
    super(file + ": " + what);
  }

  RunDbException(Path file, Exception cause) {
    super(file + ": " + cause.getMessage(), cause);
  }
}
