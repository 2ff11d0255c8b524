package io.podflow.domain.execution;

/** What became of an order. */
public enum OrderStatus {
  FILLED,
  /** No open came for it (decision FP13), or the exchange side has given it up. */
  EXPIRED,
  /** Taken back, perhaps after a part of it was filled (decision FP25). */
  CANCELLED,
  /** The exchange did not take it. */
  REJECTED
}
