package io.podflow.config.refusal;

/** The exit codes of the process, so that scripts can tell causes apart. Documented in README. */
public final class ExitCode {

  /** The command succeeded. */
  public static final int OK = 0;

  /** The run failed, and not because of the user's input. */
  public static final int FAILED = 1;

  /** The command line itself is wrong. */
  public static final int USAGE = 2;

  /** The configuration was refused. */
  public static final int CONFIG = 3;

  /**
   * The data was refused: no bars, bad rows under {@code --strict}, or more rejected rows of a
   * symbol than {@code backtest.max_rejected_share} (decision DA1).
   */
  public static final int DATA = 4;

  /** A file or folder cannot be read or written as asked. */
  public static final int FILES = 5;

  /** The awaited close of {@code podflow record --until} has not come. */
  public static final int NOT_REACHED = 6;

  /** Interrupted, as by Ctrl-C; the Java runtime gives this code itself. */
  public static final int INTERRUPTED = 130;

  /** Told to stop by SIGTERM; the Java runtime gives this code itself. */
  public static final int TERMINATED = 143;

  private ExitCode() {}
}
