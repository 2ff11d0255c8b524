package io.podflow.chaos.fault;

/** A process that is gone from one moment to the next, and is started again at once. */
record Killed(Step kill, Step start) implements Fault {

  /** Something that is done to the processes. */
  @FunctionalInterface
  interface Step {

    void run() throws Exception;
  }

  @Override
  public void strike() throws Exception {
    kill.run();
  }

  @Override
  public void mend() throws Exception {
    start.run();
  }
}
