package io.podflow.job.step;

import java.util.OptionalLong;

/**
 * How long something may be waited for, by a clock of this machine. Nothing that is decided depends
 * on it but whether somebody who is missing is waited for any longer.
 */
public final class Patience {

  private final long length;
  private OptionalLong since = OptionalLong.empty();

  /**
   * @param length in the unit of the times that are given to it
   */
  public Patience(long length) {
    this.length = length;
  }

  /**
   * Begins to wait, goes on waiting or stops.
   *
   * @param waits whether there is something to wait for
   */
  public void look(boolean waits, long now) {
    if (!waits) {
      since = OptionalLong.empty();
    } else if (since.isEmpty()) {
      since = OptionalLong.of(now);
    }
  }

  /** Whether it is over at a time. */
  public boolean isOver(long now) {
    return since.isPresent() && now - since.getAsLong() >= length;
  }

  /** When it will be over; empty while nothing is waited for. */
  public OptionalLong end() {
    return since.isPresent() ? OptionalLong.of(since.getAsLong() + length) : since;
  }
}
