package io.podflow.app.testing;

import io.podflow.config.refusal.ExitCode;

/** The command line, for tests of other packages. */
public final class CommandLines {

  private CommandLines() {}

  /** Runs a command in this process; what it said, errors last. */
  public static String run(Object... arguments) {
    Invocation invocation = Invocation.of(arguments);
    return invocation.out() + invocation.err();
  }

  /** Runs a command in this process; one of {@link ExitCode}. */
  public static int exitCode(Object... arguments) {
    return Invocation.of(arguments).exitCode();
  }
}
