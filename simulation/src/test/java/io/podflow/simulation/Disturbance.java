package io.podflow.simulation;

/** What may happen to processes and messages; none of it may change a decision. */
enum Disturbance {
  /** The job is killed and goes on from its last checkpoint. */
  CRASH,
  /** It is killed when it has just decided to send an order. */
  CRASH_AFTER_ORDER,
  /** A checkpoint is begun and not completed. */
  FAILED_CHECKPOINT,
  /** The job is stopped with a savepoint and started again with other numbers of tasks. */
  SAVEPOINT,
  /** What a killed job had not sent yet is sent later, when another one has taken over. */
  STRAGGLER,
  /** The exchange side is started again and says everything once more. */
  EXCHANGE_RESTART,
  /** A report is sent once more, now or later. */
  REPEATED_REPORT,
  /** Reports between two heartbeats come in another order. */
  SHUFFLED_REPORTS,
  /** The feed goes back and sends its last messages once more. */
  REPEATED_BARS,
  /** A process stands still for a while. */
  STALL;

  /** Whether it makes the job say more about messages, though it decides the same. */
  boolean isTalkedAbout() {
    return this == EXCHANGE_RESTART || this == REPEATED_REPORT || this == REPEATED_BARS;
  }
}
