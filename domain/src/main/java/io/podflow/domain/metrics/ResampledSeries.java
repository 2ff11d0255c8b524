package io.podflow.domain.metrics;

import io.podflow.api.Timeframe;

/**
 * A series at one value per period: the value before it began, then the last value of every period
 * from the one of the first close on. A period without a value repeats the one before, so that the
 * number of returns is the number of periods and annualising them is right.
 */
final class ResampledSeries {

  private ResampledSeries() {}

  /**
   * The values of {@code series}, resampled.
   *
   * @param start value before the first close
   * @param times bar closes, epoch milliseconds UTC, rising; a close at a period's end belongs to
   *     it
   */
  static double[] lastValues(double start, long[] times, double[] series, Timeframe timeframe) {
    if (times.length != series.length) {
      throw new IllegalArgumentException(
          "times: "
              + times.length
              + " values (expected: as many as values, "
              + series.length
              + ")");
    }
    if (times.length == 0) {
      return new double[0];
    }
    long base = period(times[0], timeframe) - 1;
    long periods = period(times[times.length - 1], timeframe) - base;
    double[] values = new double[Math.toIntExact(periods + 1)];
    values[0] = start;
    int next = 0;
    for (int p = 1; p < values.length; p++) {
      values[p] = values[p - 1];
      for (; next < times.length && period(times[next], timeframe) <= base + p; next++) {
        values[p] = series[next];
      }
    }
    return values;
  }

  private static long period(long closeTime, Timeframe timeframe) {
    return Math.floorDiv(closeTime - 1, timeframe.millis());
  }
}
