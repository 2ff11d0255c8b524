package io.podflow.domain.execution;

/**
 * What is sent to the exchange side. Sending one twice is harmless: an id names one order for ever
 * (decision EX5).
 *
 * @param kind what is asked
 * @param time the close or reconciliation at which it was decided, epoch milliseconds UTC
 * @param orderId the order; empty for {@link Kind#CLOSE}
 * @param symbol name of the symbol; empty for {@link Kind#CLOSE}
 * @param quantity signed, base asset; 0 but for {@link Kind#SEND}
 * @param referencePrice close that the quantity was computed with, quote currency
 * @param reduceOnly whether it may only bring the position nearer to 0
 * @param reason why the order is sent
 */
public record OrderCommand(
    Kind kind,
    long time,
    String orderId,
    String symbol,
    double quantity,
    double referencePrice,
    boolean reduceOnly,
    String reason) {

  /** What is asked. */
  public enum Kind {
    /** Trade this. */
    SEND,
    /** Take back what is still open of it. */
    CANCEL,
    /** All that was decided up to this close has been sent. */
    CLOSE
  }

  /** An order; {@code quantity} is signed. */
  public static OrderCommand send(
      long time,
      String orderId,
      String symbol,
      double quantity,
      double referencePrice,
      boolean reduceOnly,
      String reason) {
    return new OrderCommand(
        Kind.SEND, time, orderId, symbol, quantity, referencePrice, reduceOnly, reason);
  }

  /** Takes back what is open of an order. */
  public static OrderCommand cancel(long time, String orderId, String symbol) {
    return new OrderCommand(Kind.CANCEL, time, orderId, symbol, 0, 0, false, "");
  }

  /** The mark behind the commands of one close. */
  public static OrderCommand close(long time) {
    return new OrderCommand(Kind.CLOSE, time, "", "", 0, 0, false, "");
  }
}
