package io.podflow.simulation.stage;

import io.podflow.job.state.KeyNotice;
import org.jspecify.annotations.Nullable;

/**
 * What comes in at an aligned operator, which has two inputs.
 *
 * @param input null when this is a notice
 * @param notice null when this is an input
 */
record Told<I>(@Nullable I input, @Nullable KeyNotice notice) {

  static <I> Told<I> of(I input) {
    return new Told<>(input, null);
  }

  static <I> Told<I> of(KeyNotice notice) {
    return new Told<>(null, notice);
  }
}
