package io.podflow.chaos.fault;

import io.podflow.chaos.stage.KeptJob;

/** A job that is stopped with a savepoint and goes on from it. */
final class Stopped implements Fault {

  private final KeptJob job;
  private final int parallelism;
  private String savepoint = "";

  /**
   * @param parallelism at which it goes on
   */
  Stopped(KeptJob job, int parallelism) {
    this.job = job;
    this.parallelism = parallelism;
  }

  @Override
  public void strike() throws Exception {
    savepoint = job.stop();
  }

  @Override
  public void mend() throws Exception {
    job.goOn(savepoint, parallelism);
  }

  @Override
  public String detail() {
    return "to " + parallelism;
  }
}
