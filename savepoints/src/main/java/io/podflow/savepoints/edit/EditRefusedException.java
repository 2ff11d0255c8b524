package io.podflow.savepoints.edit;

import java.io.Serial;

/** A change that makes no sense for the state it was asked for. */
public final class EditRefusedException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  EditRefusedException(String message) {
    super(message);
  }
}
