package io.podflow.job.cli;

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

  /** A message of what could not be done and why. */
  public static Refusal of(int exitCode, String what, Throwable why) {
    return of(exitCode, what, why, "");
  }

  /**
   * @param more to follow after the reason
   */
  static Refusal of(int exitCode, String what, Throwable why, String more) {
    Refusal refusal =
        new Refusal(exitCode, "podflow: " + what + ": " + RootCause.sentence(why) + more);
    refusal.initCause(why);
    return refusal;
  }

  /** After an interrupt everything has been said by the time the run notices. */
  static Refusal interrupted() {
    return new Refusal(ExitCode.INTERRUPTED, "");
  }

  /** Whether there is nothing to tell the user. */
  boolean isSilent() {
    return String.valueOf(getMessage()).isEmpty();
  }

  int exitCode() {
    return exitCode;
  }
}
