package io.podflow.domain.allocation;

import io.podflow.domain.metrics.ReturnWindow;

/** A way to share a pod's capital among symbols that may all hold some. */
interface Sharing {

  /**
   * Weights that sum to at most 1, for at least one symbol.
   *
   * @param windows bar returns by symbol
   * @param strengths |signal| by symbol
   */
  double[] weights(ReturnWindow[] windows, double[] strengths);
}
