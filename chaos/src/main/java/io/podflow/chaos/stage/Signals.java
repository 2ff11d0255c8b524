package io.podflow.chaos.stage;

import java.io.IOException;

/** Signals to processes. One that is gone is no failure: two faults may hit the same. */
final class Signals {

  private Signals() {}

  /** As {@code kill -9}. */
  static void kill(long pid) throws IOException, InterruptedException {
    send("KILL", pid);
  }

  /** The process stands still until {@link #carryOn}. */
  static void pause(long pid) throws IOException, InterruptedException {
    send("STOP", pid);
  }

  static void carryOn(long pid) throws IOException, InterruptedException {
    send("CONT", pid);
  }

  private static void send(String signal, long pid) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, String.valueOf(pid))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
