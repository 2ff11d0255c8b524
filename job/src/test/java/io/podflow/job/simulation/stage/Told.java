package io.podflow.job.simulation.stage;

import io.podflow.job.state.KeyVersion;
import org.jspecify.annotations.Nullable;

/**
 * What comes in at an aligned operator, which has two inputs.
 *
 * @param input null when this is a version of the configuration
 * @param version null when this is an input
 */
record Told<I>(@Nullable I input, @Nullable KeyVersion version) {

  static <I> Told<I> of(I input) {
    return new Told<>(input, null);
  }

  static <I> Told<I> of(KeyVersion version) {
    return new Told<>(null, version);
  }
}
