package io.podflow.domain.execution;

import org.jspecify.annotations.Nullable;

/**
 * What the exchange side says of an order, or of itself (decision FP25). One type for all kinds,
 * because a sealed family would need a serializer of its own; what a kind does not use is empty or
 * 0.
 *
 * @param kind what is said
 * @param time from when it holds, epoch milliseconds UTC: it counts at the first close, or snapshot
 *     of positions, that is not earlier
 * @param sequence place among the reports of one time, as the exchange side has numbered them
 * @param orderId the order it is about; empty where it is about none
 * @param fillId of a fill, unique for all time
 * @param quantity of a fill, signed, base asset
 * @param price of a fill, quote currency
 * @param fee of a fill, quote currency, negative for a rebate
 * @param slippageCost of a fill beside price and fee, quote currency; 0 where the price has it
 * @param takesOrders of a heartbeat: whether orders that are decided at the closes since the
 *     heartbeat before are taken; false for those that the exchange side has missed
 * @param reason why an order is no longer open; for people
 * @param snapshot of positions; null for everything else
 */
public record ExchangeReport(
    Kind kind,
    long time,
    long sequence,
    String orderId,
    String fillId,
    double quantity,
    double price,
    double fee,
    double slippageCost,
    boolean takesOrders,
    String reason,
    @Nullable PositionSnapshot snapshot) {

  /** What is said. */
  public enum Kind {
    /** A part of the order, or all of it, was executed. */
    FILL,
    /** The order was never open. */
    REJECTED,
    /** The order is no longer open; it was cancelled as asked. */
    CANCELLED,
    /** The order is no longer open; the exchange side has given it up. */
    EXPIRED,
    /** What is held at this time, all reports up to it included. */
    POSITIONS,
    /** All reports up to this time have been sent. */
    HEARTBEAT
  }

  public static ExchangeReport fill(
      long time,
      long sequence,
      String orderId,
      String fillId,
      double quantity,
      double price,
      double fee,
      double slippageCost) {
    return new ExchangeReport(
        Kind.FILL,
        time,
        sequence,
        orderId,
        fillId,
        quantity,
        price,
        fee,
        slippageCost,
        false,
        "",
        null);
  }

  /** The end of an order: {@code kind} is REJECTED, CANCELLED or EXPIRED. */
  public static ExchangeReport ended(
      Kind kind, long time, long sequence, String orderId, String reason) {
    return new ExchangeReport(kind, time, sequence, orderId, "", 0, 0, 0, 0, false, reason, null);
  }

  public static ExchangeReport heartbeat(long time, long sequence, boolean takesOrders) {
    return new ExchangeReport(
        Kind.HEARTBEAT, time, sequence, "", "", 0, 0, 0, 0, takesOrders, "", null);
  }

  public static ExchangeReport positions(long time, long sequence, PositionSnapshot snapshot) {
    return new ExchangeReport(
        Kind.POSITIONS, time, sequence, "", "", 0, 0, 0, 0, false, "", snapshot);
  }
}
