package io.podflow.connectors.csv;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The folder of bars cannot be used. The message is for the user of the command. */
public class BarInputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BarInputException(String message) {
    super(message);
  }

  public BarInputException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Whether the file system failed; a broken archive or a wrong encoding is a fault of the data.
   */
  public boolean isOfTheFileSystem() {
    @Nullable Throwable cause = getCause();
    if (cause instanceof BarInputException inner) {
      return inner.isOfTheFileSystem();
    }
    return cause instanceof IOException
        && !(cause instanceof ZipException
            || cause instanceof EOFException
            || cause instanceof CharacterCodingException);
  }
}
