package io.podflow.savepoints.frozen.domain.execution;

/** Frozen: no behaviour, only what old savepoints hold. */
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
    PositionSnapshot snapshot) {

  /** Frozen, too. */
  public enum Kind {
    FILL,
    REJECTED,
    CANCELLED,
    EXPIRED,
    POSITIONS,
    HEARTBEAT
  }
}
