package io.podflow.job.cleanup;

/** What is to be done if the process is told to stop (Ctrl-C) before this is closed. */
public final class OnInterrupt implements AutoCloseable {

  private final Thread hook;

  private OnInterrupt(Thread hook) {
    this.hook = hook;
  }

  public static OnInterrupt run(Runnable action) {
    Thread hook = new Thread(action, "podflow on interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
    return new OnInterrupt(hook);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // The action is running or about to.
      return;
    }
  }
}
