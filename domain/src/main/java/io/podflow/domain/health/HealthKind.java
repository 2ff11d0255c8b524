package io.podflow.domain.health;

import io.podflow.domain.journal.Severity;

/**
 * What can be wrong with a live portfolio. The label is the constant's name in lower case.
 *
 * <p>A kind is either an occurrence, which ends by itself when it has not come again for a while,
 * or a condition, which holds until the observer says that it is over.
 */
public enum HealthKind {
  REFUSED_ROW(
      Severity.WARNING,
      false,
      "read the record in the dead letters, mend the feed, and send the row again"),
  REFUSED_REPORT(
      Severity.CRITICAL,
      false,
      "read the record in the dead letters, mend the exchange side, and compare the books: what the"
          + " report said is not booked"),
  UNKNOWN_KEY(
      Severity.WARNING,
      false,
      "leave the key out, or upgrade podflow if it is a key of a later one"),
  CLOCK(
      Severity.CRITICAL,
      false,
      "compare the clocks of this machine, the feed and the exchange side (chronyc tracking,"
          + " timedatectl)"),
  CLOSE_LATE(
      Severity.WARNING, true, "see whether the feed sends the symbols that are missing, in time"),
  FEED_SILENT(
      Severity.CRITICAL, true, "see whether the feed runs and reaches the broker; start it again"),
  EXCHANGE_SILENT(
      Severity.CRITICAL,
      true,
      "see whether the exchange side runs and reaches the broker; start it again"),
  CHECKPOINT_FAILED(
      Severity.WARNING,
      false,
      "see the cluster's log for the reason; a full or unreachable checkpoint folder is the usual"
          + " one"),
  CHECKPOINT_LATE(
      Severity.CRITICAL,
      true,
      "see that the checkpoint folder can be written and that no task is stuck"),
  RESTARTED(
      Severity.WARNING, false, "read the exception of the last attempt on the cluster's page");

  private final Severity severity;
  private final boolean condition;
  private final String nextStep;

  HealthKind(Severity severity, boolean condition, String nextStep) {
    this.severity = severity;
    this.condition = condition;
    this.nextStep = nextStep;
  }

  public Severity severity() {
    return severity;
  }

  /** Whether the kind holds until its observer says that it is over. */
  public boolean isCondition() {
    return condition;
  }

  /** What a person can do, one sentence. */
  public String nextStep() {
    return nextStep;
  }
}
