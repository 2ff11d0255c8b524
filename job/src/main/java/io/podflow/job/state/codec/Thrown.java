package io.podflow.job.state.codec;

import java.io.IOException;

/** What reflection threw: reading and writing fail with it, nothing else is expected. */
final class Thrown {

  private Thrown() {}

  /** Never returns normally but for a failure of input or output. */
  static IOException by(Throwable thrown) {
    if (thrown instanceof IOException failure) {
      return failure;
    }
    throw unchecked(thrown);
  }

  static RuntimeException unchecked(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException failure ? failure : new IllegalStateException(thrown);
  }
}
