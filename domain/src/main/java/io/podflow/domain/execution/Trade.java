package io.podflow.domain.execution;

import io.podflow.domain.position.Quantity;
import java.util.Arrays;

/**
 * What was decided for one symbol at one close and waits for the symbol's next open: an order, a
 * cross between pods, or both. Kept in state while it waits.
 *
 * @param symbol index into the universe
 * @param decidedAt bar close, epoch milliseconds UTC
 * @param reason its kind; see {@link #why} for the cause
 * @param referencePrice price the quantities were computed with, quote currency
 * @param orderQuantity signed quantity that is sent and not yet filled; 0 when pods only cross
 * @param changes signed quantity by pod that is still to come, the crossed part included
 * @param crossed signed quantity by pod that comes from or goes to other pods
 * @param ordered signed quantity that was sent, filled since or not
 * @param why why it is done
 * @param atMark whether it happens at the mark, without an open or a fill (decision TR3)
 */
public record Trade(
    int symbol,
    long decidedAt,
    OrderReason reason,
    double referencePrice,
    double orderQuantity,
    double[] changes,
    double[] crossed,
    double ordered,
    Why why,
    boolean atMark) {

  public Trade {
    // Trades of before causes were kept are read without one.
    why = why == null ? Why.before(reason) : why;
  }

  /** All changes: the opposite parts cross, the rest is sent. */
  public static Trade whole(
      int symbol, long decidedAt, Why why, double price, double[] changes, Crossing c) {
    double net = Quantity.orZero(c.net(), Quantity.largest(changes));
    return of(symbol, decidedAt, why, price, net, changes, c.crossed(), false);
  }

  /** Quantities that change hands between pods at an open, and nothing else. */
  public static Trade crossOnly(
      int symbol, long decidedAt, Why why, double price, double[] changes) {
    return of(symbol, decidedAt, why, price, 0, changes, changes, false);
  }

  /** Quantities that change hands between pods at the mark, at once. */
  public static Trade atMark(int symbol, long decidedAt, Why why, double price, double[] changes) {
    return of(symbol, decidedAt, why, price, 0, changes, changes, true);
  }

  private static Trade of(
      int symbol,
      long decidedAt,
      Why why,
      double price,
      double order,
      double[] changes,
      double[] crossed,
      boolean atMark) {
    return new Trade(
        symbol,
        decidedAt,
        OrderReason.of(why.cause()),
        price,
        order,
        changes,
        crossed,
        order,
        why,
        atMark);
  }

  /** The same at the mark, at once: what crosses does so without an open (decision RU1). */
  public Trade atTheMark() {
    return of(symbol, decidedAt, why, referencePrice, orderQuantity, changes, crossed, true);
  }

  private Trade with(double order, double[] all, double[] hands) {
    return new Trade(
        symbol, decidedAt, reason, referencePrice, order, all, hands, ordered, why, atMark);
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
        ordered,
        why.among(pods),
        atMark);
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
    return with(orderQuantity, all, hands);
  }

  /**
   * The same with an order of another size, such as one in whole lots. Each pod has the share of it
   * that it had.
   *
   * @param quantity signed, of the order's side
   */
  public Trade sending(double quantity) {
    if (quantity == orderQuantity) {
      return this;
    }
    double share = quantity / orderQuantity;
    double[] all = new double[changes.length];
    Arrays.setAll(all, p -> sent(p) * share + crossed[p]);
    return of(symbol, decidedAt, why, referencePrice, quantity, all, crossed, atMark);
  }

  public boolean hasOrder() {
    return orderQuantity != 0;
  }

  /** Whether a fill of {@code quantity} leaves nothing open. */
  public boolean isCompletedBy(double quantity) {
    double open = Quantity.orZero(orderQuantity - quantity, Math.abs(ordered));
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
    return with(quantity, parts, crossed);
  }

  /** What is left of the order once {@code part} has happened; nothing is left to cross. */
  public Trade rest(Trade part) {
    double[] left = new double[changes.length];
    Arrays.setAll(left, p -> sent(p) - part.sent(p));
    return with(orderQuantity - part.orderQuantity, left, new double[changes.length]);
  }

  /** The order alone. */
  public Trade withoutCrossing() {
    double[] alone = new double[changes.length];
    Arrays.setAll(alone, this::sent);
    return with(orderQuantity, alone, new double[changes.length]);
  }

  /** The part of the order that is the pod's: signed quantity. */
  public double sent(int pod) {
    return changes[pod] - crossed[pod];
  }
}
