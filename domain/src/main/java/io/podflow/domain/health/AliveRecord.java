package io.podflow.domain.health;

/**
 * A part of podflow runs. Written every few seconds, so that a dead process cannot look like a calm
 * one.
 *
 * @param time when the record was written, epoch milliseconds UTC of the observer's clock
 * @param part the part of podflow that runs
 * @param host name of its machine
 * @param waiting what the part waits for, for people; empty when it does not wait
 * @param close the last close or message that it has dealt with, epoch milliseconds UTC of event
 *     time; {@link #UNKNOWN} before the first
 * @param lag records of its topic that it has not read yet; {@link #UNKNOWN} where it reads none
 * @param checkpoint when its last complete checkpoint was confirmed, epoch milliseconds UTC; {@link
 *     #UNKNOWN} before the first
 */
public record AliveRecord(
    long time, String part, String host, String waiting, long close, long lag, long checkpoint)
    implements HealthMessage {

  /** Stands for a figure that the part does not know. */
  public static final long UNKNOWN = -1;
}
