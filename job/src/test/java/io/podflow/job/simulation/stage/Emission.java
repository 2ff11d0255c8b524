package io.podflow.job.simulation.stage;

/** Where a stage puts what it makes. */
interface Emission<O> {

  void record(O value, long time);

  /** Everything up to {@code time} has been put. */
  void watermark(long time);
}
