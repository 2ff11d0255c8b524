package io.podflow.domain.health;

/** One record of the topic of health. */
public sealed interface HealthMessage permits HealthRecord, AliveRecord {

  /** When the record was written, by the clock of the machine that wrote it, epoch milliseconds. */
  long time();
}
