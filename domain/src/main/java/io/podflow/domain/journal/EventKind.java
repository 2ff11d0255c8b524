package io.podflow.domain.journal;

/** What an {@link Event} is about. The label is the constant's name in lower case. */
public enum EventKind {
  SELECTOR,
  LIFECYCLE,
  REBALANCE,
  RISK,
  ORDER,
  DATA,
  CONFIG,
  ORPHAN,
  IDLE,
  RUIN,
  UNSENT
}
