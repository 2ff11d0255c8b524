package io.podflow.savepoints.botstate;

import java.io.Serial;

/** A database that cannot be imported; the message says what was found and what is expected. */
public final class BotStateException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  BotStateException(String message) {
    super(message);
  }
}
