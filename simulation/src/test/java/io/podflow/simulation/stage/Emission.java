package io.podflow.simulation.stage;

import io.podflow.job.step.EntranceOutput;

/** Where a stage puts what it makes. */
interface Emission<O> {

  void record(O value, long time);

  /** Everything up to {@code time} has been put. */
  void watermark(long time);

  /** The same as where an entrance puts things. */
  default EntranceOutput<O> entrance() {
    Emission<O> out = this;
    return new EntranceOutput<>() {
      @Override
      public void emit(O value, long time) {
        out.record(value, time);
      }

      @Override
      public void advance(long time) {
        out.watermark(time);
      }
    };
  }
}
