package io.podflow.connectors.rundb;

import java.nio.file.Path;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A {@code run.db} cannot be read or written; the message names the file. */
public final class RunDbException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RunDbException(Path file, String what) {
    super(file + ": " + what);
  }

  RunDbException(Path file, Exception cause) {
    super(file + ": " + words(cause), cause);
  }

  private static String words(Exception cause) {
    if (cause instanceof SQLiteException sqlite) {
      SQLiteErrorCode code = sqlite.getResultCode();
      if (code == SQLiteErrorCode.SQLITE_FULL) {
        return "the disk is full";
      }
      if (code == SQLiteErrorCode.SQLITE_READONLY || code == SQLiteErrorCode.SQLITE_PERM) {
        return "permission denied";
      }
    }
    return String.valueOf(cause.getMessage());
  }
}
