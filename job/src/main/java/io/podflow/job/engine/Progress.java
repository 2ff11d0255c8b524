package io.podflow.job.engine;

/** Told how far a run is. */
@FunctionalInterface
public interface Progress {

  /** Shows nothing. */
  Progress SILENT = bars -> {};

  /**
   * @param bars bars taken in so far
   */
  void bars(long bars);

  /** All bars are in and decisions are still being made; may come more than once. */
  default void allRead() {}

  /**
   * What is done after all bars are in, stage by stage.
   *
   * @param stage what it is
   * @param done of {@code all}
   */
  default void stage(String stage, long done, long all) {}
}
