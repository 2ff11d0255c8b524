package io.podflow.domain.execution;

import io.podflow.domain.position.Quantity;

/**
 * What was decided for one symbol at one close and waits for the symbol's next open: an order, a
 * cross between pods, or both. Kept in state while it waits.
 *
 * @param symbol index into the universe
 * @param decidedAt bar close, epoch milliseconds UTC
 * @param reason why it is done
 * @param referencePrice price the quantities were computed with, quote currency
 * @param orderQuantity signed quantity that is sent; 0 when pods only cross
 * @param changes signed quantity by pod, the crossed part included
 * @param crossed signed quantity by pod that comes from or goes to other pods
 */
public record Trade(
    int symbol,
    long decidedAt,
    OrderReason reason,
    double referencePrice,
    double orderQuantity,
    double[] changes,
    double[] crossed) {

  /** All changes: the opposite parts cross, the rest is sent. */
  public static Trade whole(
      int symbol, long decidedAt, OrderReason reason, double price, double[] changes, Crossing c) {
    return new Trade(
        symbol, decidedAt, reason, price, Quantity.orZero(c.net()), changes, c.crossed());
  }

  /** Only the opposite parts, between pods; nothing is sent. */
  public static Trade crossOnly(int symbol, long decidedAt, double price, Crossing c) {
    return new Trade(symbol, decidedAt, OrderReason.TARGET, price, 0, c.crossed(), c.crossed());
  }

  public boolean hasOrder() {
    return orderQuantity != 0;
  }

  /** The part of the order that is the pod's: signed quantity. */
  public double sent(int pod) {
    return changes[pod] - crossed[pod];
  }
}
