package io.podflow.domain.capital;

/**
 * A rule that scales what lifecycle leaves of the pods' weights (docs/decisions.md, "Capital
 * between pods").
 */
interface CapitalOverlay {

  /**
   * Factors on the pods' weights, each at least 0, that do not lift the sum of weights above 1.
   *
   * @param weights shares of equity by pod, in configured order; not changed
   */
  double[] factors(CapitalInputs inputs, double[] weights);
}
