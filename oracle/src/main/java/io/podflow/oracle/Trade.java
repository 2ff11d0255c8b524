package io.podflow.oracle;

/**
 * What follows from one decision for a symbol.
 *
 * @param reference price the quantities were computed with
 * @param sent signed quantity by pod that is sent to the exchange
 * @param crossed signed quantity by pod that other pods take or give
 * @param size by pod: what its quantity is known to a rounding of, the larger of wanted and held
 * @param net signed quantity of the order; 0 when there is none
 * @param filledAt close of the bar in whose open it fills, or 0 if it never does
 * @param endedAt the close from which on it no longer waits
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not kept
record Trade(
    Decision decision,
    double reference,
    double[] sent,
    double[] crossed,
    double[] size,
    double net,
    long filledAt,
    double price,
    long endedAt) {

  /** The same, taken back at a close. */
  Trade abandoned(long close) {
    return new Trade(
        decision, reference, sent, crossed, size, net, 0, Double.NaN, Math.min(endedAt, close));
  }

  String symbol() {
    return decision.symbol();
  }

  long decidedAt() {
    return decision.close();
  }

  boolean hasOrder() {
    return net != 0;
  }

  boolean filled() {
    return filledAt != 0;
  }

  /** Whether it happens at the close at which it is decided. */
  boolean atOnce() {
    return filledAt == decidedAt();
  }

  String side() {
    return net > 0 ? "BUY" : "SELL";
  }
}
