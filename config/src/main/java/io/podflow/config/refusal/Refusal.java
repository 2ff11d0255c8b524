package io.podflow.config.refusal;

import java.io.Serial;

/** Ends a command with a message for the user and an exit code, without a stack trace. */
public final class Refusal extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final int exitCode;

  /**
   * @param exitCode one of {@link ExitCode}
   * @param message for the user, with the remedy where known; empty for no message
   */
  public Refusal(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** A refusal without a message: after an interrupt the user needs no message. */
  public static Refusal interrupted() {
    return new Refusal(ExitCode.INTERRUPTED, "");
  }

  /** Whether the message is empty. */
  public boolean isSilent() {
    return String.valueOf(getMessage()).isEmpty();
  }

  public int exitCode() {
    return exitCode;
  }
}
