package io.podflow.config.refusal;

import java.io.Serial;

/** Ends a command with a message for the user and an exit code, without a stack trace. */
public final class Refusal extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final int exitCode;

  /**
   * @param exitCode one of {@link ExitCode}
   * @param message for the user, with everything that is needed to go on
   */
  public Refusal(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** After an interrupt everything has been said by the time the run notices. */
  public static Refusal interrupted() {
    return new Refusal(ExitCode.INTERRUPTED, "");
  }

  /** Whether there is nothing to tell the user. */
  public boolean isSilent() {
    return String.valueOf(getMessage()).isEmpty();
  }

  public int exitCode() {
    return exitCode;
  }
}
