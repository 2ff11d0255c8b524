package io.podflow.domain.execution;

/** What became of an order. */
public enum OrderStatus {
  FILLED,
  /** No open came for it (decision FP13). */
  EXPIRED
}
