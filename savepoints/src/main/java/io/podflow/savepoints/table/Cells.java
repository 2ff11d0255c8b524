package io.podflow.savepoints.table;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How numbers of the state are shown. */
final class Cells {

  private Cells() {}

  /** A time in epoch milliseconds UTC; null before all time and after it. */
  static @Nullable String time(@Nullable Long millis) {
    if (millis == null || millis == Long.MIN_VALUE) {
      return null;
    }
    return millis == Long.MAX_VALUE ? "end" : Instant.ofEpochMilli(millis).toString();
  }

  /** A UTC day, counted from 1970-01-01; null for the day before all days. */
  static @Nullable String day(long epochDay) {
    return epochDay == Long.MIN_VALUE ? null : LocalDate.ofEpochDay(epochDay).toString();
  }
}
