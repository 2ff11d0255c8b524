package io.podflow.oracle;

/**
 * What is decided for one symbol at one close.
 *
 * @param wanted signed quantity by pod
 * @param held signed quantity by pod, without what is on its way
 * @param onItsWay signed net quantity of what waits
 * @param cause of the net change; empty without one
 * @param podCauses each pod's own
 * @param rule that refused, or empty
 * @param limit the figure that it refused by; NaN for none
 * @param forced whether the band does not count
 * @param band what the change is measured against, a quantity
 * @param sends whether an order goes out
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not kept
record Decision(
    long close,
    String symbol,
    double[] wanted,
    double[] held,
    double onItsWay,
    String cause,
    String[] podCauses,
    String rule,
    double limit,
    boolean forced,
    double band,
    boolean sends) {

  double netWanted() {
    return Algebra.sum(wanted);
  }

  double netHeld() {
    return Algebra.sum(held);
  }
}
