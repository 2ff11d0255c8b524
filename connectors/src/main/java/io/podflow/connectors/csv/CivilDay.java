package io.podflow.connectors.csv;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Caches the UTC day of the previous row, because the next row is mostly of the same day. */
final class CivilDay {

  private static final long DAY_MILLIS = 86_400_000L;

  private int key = -1;
  private long startMillis;

  /** Changes to a date; false, with the day unchanged, when no such date exists. */
  boolean move(int year, int month, int dayOfMonth) {
    int wanted = (year * 100 + month) * 100 + dayOfMonth;
    return wanted == key || change(wanted, year, month, dayOfMonth);
  }

  private boolean change(int wanted, int year, int month, int dayOfMonth) {
    try {
      startMillis = LocalDate.of(year, month, dayOfMonth).toEpochDay() * DAY_MILLIS;
      key = wanted;
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** 00:00 UTC of the day, epoch milliseconds. */
  long startMillis() {
    return startMillis;
  }
}
