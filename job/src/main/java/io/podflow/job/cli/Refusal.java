package io.podflow.job.cli;

import java.io.Serial;

/** Ends a command with a message for the user and an exit code, without a stack trace. */
final class Refusal extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final int exitCode;

  Refusal(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}
