package io.podflow.domain.execution;

import io.podflow.domain.position.Quantity;
import java.util.Arrays;

/**
 * What was decided for one symbol at one close and waits for the symbol's next open: an order, a
 * cross between pods, or both. Kept in state while it waits.
 *
 * @param symbol index into the universe
 * @param decidedAt bar close, epoch milliseconds UTC
 * @param reason why it is done
 * @param referencePrice price the quantities were computed with, quote currency
 * @param orderQuantity signed quantity that is sent and not yet filled; 0 when pods only cross
 * @param changes signed quantity by pod that is still to come, the crossed part included
 * @param crossed signed quantity by pod that comes from or goes to other pods
 * @param ordered signed quantity that was sent, filled since or not
 */
public record Trade(
    int symbol,
    long decidedAt,
    OrderReason reason,
    double referencePrice,
    double orderQuantity,
    double[] changes,
    double[] crossed,
    double ordered) {

  /** All changes: the opposite parts cross, the rest is sent. */
  public static Trade whole(
      int symbol, long decidedAt, OrderReason reason, double price, double[] changes, Crossing c) {
    double net = Quantity.orZero(c.net());
    return new Trade(symbol, decidedAt, reason, price, net, changes, c.crossed(), net);
  }

  /** Quantities that change hands between pods, and nothing else. */
  public static Trade handover(int symbol, long decidedAt, double price, double[] changes) {
    return new Trade(symbol, decidedAt, OrderReason.ORPHAN, price, 0, changes, changes, 0);
  }

  /** Only the opposite parts, between pods; nothing is sent. */
  public static Trade crossOnly(int symbol, long decidedAt, double price, Crossing c) {
    return new Trade(symbol, decidedAt, OrderReason.TARGET, price, 0, c.crossed(), c.crossed(), 0);
  }

  /** The same with pods that have no part in it behind those that there were. */
  public Trade among(int pods) {
    return new Trade(
        symbol,
        decidedAt,
        reason,
        referencePrice,
        orderQuantity,
        Arrays.copyOf(changes, pods),
        Arrays.copyOf(crossed, pods),
        ordered);
  }

  /**
   * The same after quantities have changed hands between pods.
   *
   * @param handover signed quantity by pod, 0 in sum
   */
  public Trade after(double[] handover) {
    double[] all = new double[changes.length];
    double[] hands = new double[changes.length];
    Arrays.setAll(all, p -> changes[p] + handover[p]);
    Arrays.setAll(hands, p -> crossed[p] + handover[p]);
    return new Trade(symbol, decidedAt, reason, referencePrice, orderQuantity, all, hands, ordered);
  }

  public boolean hasOrder() {
    return orderQuantity != 0;
  }

  /** Whether a fill of {@code quantity} leaves nothing open. */
  public boolean isCompletedBy(double quantity) {
    double open = Quantity.orZero(orderQuantity - quantity);
    return open == 0 || open > 0 != orderQuantity > 0;
  }

  /**
   * The part that a fill of {@code quantity} executes. Each pod has the share of it that it has of
   * the order, and everything that crosses does so with the first fill.
   *
   * @param quantity signed, of the order's side
   */
  public Trade part(double quantity) {
    if (quantity == orderQuantity) {
      return this;
    }
    double share = quantity / orderQuantity;
    double[] parts = new double[changes.length];
    Arrays.setAll(parts, p -> sent(p) * share + crossed[p]);
    return new Trade(symbol, decidedAt, reason, referencePrice, quantity, parts, crossed, ordered);
  }

  /** What is left of the order once {@code part} has happened; nothing is left to cross. */
  public Trade rest(Trade part) {
    double[] left = new double[changes.length];
    Arrays.setAll(left, p -> sent(p) - part.sent(p));
    return new Trade(
        symbol,
        decidedAt,
        reason,
        referencePrice,
        orderQuantity - part.orderQuantity,
        left,
        new double[changes.length],
        ordered);
  }

  /** The order alone. */
  public Trade withoutCrossing() {
    double[] alone = new double[changes.length];
    Arrays.setAll(alone, this::sent);
    return new Trade(
        symbol,
        decidedAt,
        reason,
        referencePrice,
        orderQuantity,
        alone,
        new double[changes.length],
        ordered);
  }

  /** The part of the order that is the pod's: signed quantity. */
  public double sent(int pod) {
    return changes[pod] - crossed[pod];
  }
}
