package io.podflow.domain.execution;

/** What kind of order may be sent at all. */
public enum OrderAccess {
  /** Any. */
  OPEN,
  /** Those alone that bring the position nearer to 0 without passing it. */
  REDUCING,
  /** None. */
  CLOSED;

  /** Whether an order may be sent. */
  boolean admits(boolean reduces) {
    return this == OPEN || (this == REDUCING && reduces);
  }
}
