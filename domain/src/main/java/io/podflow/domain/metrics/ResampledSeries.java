package io.podflow.domain.metrics;

import io.podflow.domain.market.Timeframe;

/**
 * A series at one value per period. The first value stands for itself, because it is the start from
 * which the first period is measured: nothing has been traded before the first close. After it
 * comes the last value of every period; a period without a value repeats the one before, so that
 * the number of returns is the number of periods and annualising them is right.
 */
final class ResampledSeries {

  private ResampledSeries() {}

  /**
   * The values of {@code series}, resampled.
   *
   * @param times bar closes, epoch milliseconds UTC, rising; a close at a period's end belongs to
   *     it
   */
  static double[] lastValues(long[] times, double[] series, Timeframe timeframe) {
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
    long base = basePeriod(times, timeframe);
    long periods = period(times[times.length - 1], timeframe) - base;
    double[] values = new double[Math.toIntExact(periods + 1)];
    values[0] = series[0];
    int next = 1;
    for (int p = 1; p < values.length; p++) {
      values[p] = values[p - 1];
      for (; next < times.length && period(times[next], timeframe) <= base + p; next++) {
        values[p] = series[next];
      }
    }
    return values;
  }

  /** The period whose end the first value stands for: its own when it is alone in it. */
  private static long basePeriod(long[] times, Timeframe timeframe) {
    long first = period(times[0], timeframe);
    boolean alone = times.length == 1 || period(times[1], timeframe) > first;
    return alone ? first : first - 1;
  }

  private static long period(long closeTime, Timeframe timeframe) {
    return Math.floorDiv(closeTime - 1, timeframe.millis());
  }
}
