package io.podflow.domain.market;

import java.time.LocalDate;

/** Days in event time. A close at 00:00 ends the day before (decision FP2). */
public final class UtcDays {

  public static final long DAY_MILLIS = 86_400_000L;

  private UtcDays() {}

  /** 00:00 UTC of {@code day}, epoch milliseconds. */
  public static long startOf(LocalDate day) {
    return day.toEpochDay() * DAY_MILLIS;
  }

  /** 00:00 UTC of the day that {@code time} lies in; both epoch milliseconds UTC. */
  public static long startOf(long time) {
    return Math.floorDiv(time, DAY_MILLIS) * DAY_MILLIS;
  }

  /** Epoch day covered by a bar that closes at {@code closeTime} (epoch milliseconds, UTC). */
  public static long dayOf(long closeTime) {
    return Math.floorDiv(closeTime - 1, DAY_MILLIS);
  }

  /** Whether {@code closeTime} (epoch milliseconds, UTC) ends a UTC day. */
  public static boolean endsDay(long closeTime) {
    return Math.floorMod(closeTime, DAY_MILLIS) == 0;
  }
}
