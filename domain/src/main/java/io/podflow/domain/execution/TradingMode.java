package io.podflow.domain.execution;

/** What becomes of the orders that are decided. */
public enum TradingMode {
  /** Nothing is sent and nothing is filled: targets only. */
  SHADOW,
  /** Filled by podflow itself at the next open (decision EX2); backtests are this. */
  PAPER,
  /** Sent to the exchange side, which says what became of them. */
  EXTERNAL
}
