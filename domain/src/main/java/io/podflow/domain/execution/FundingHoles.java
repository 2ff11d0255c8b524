package io.podflow.domain.execution;

import io.podflow.api.Timeframe;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Where a series of funding rates is silent although the symbol trades (decision EV7): stretches of
 * more than one and a half times the usual distance of its rates, up to the first and after the
 * last one, too. Nothing is charged there, which is not the same as a rate of 0.
 *
 * @param count stretches
 * @param first beginning of the first one, epoch milliseconds UTC
 * @param closes closes of the symbol that lack at least one rate
 * @param outOf closes of the symbol
 */
public record FundingHoles(int count, long first, long closes, long outOf) {

  private static final double WIDE = 1.5;
  private static final long EIGHT_HOURS = 8 * 3_600_000L;

  /**
   * @param from open of the first bar that is traded, epoch milliseconds UTC
   * @param to last close that is traded, epoch milliseconds UTC
   * @param timeframe whose closes are counted
   */
  public static FundingHoles of(
      FundingRates.Series series, long from, long to, Timeframe timeframe) {
    Search search = new Search(spacing(series.times()), to, timeframe);
    long before = from;
    for (long time : series.times()) {
      if (time > from) {
        search.stretch(before, Math.min(time, to), time <= to);
      }
      before = Math.max(before, time);
    }
    search.stretch(before, to, false);
    long all = Math.floorDiv(to, timeframe.millis()) - Math.floorDiv(from, timeframe.millis());
    return new FundingHoles(search.count, search.first, search.closes, Math.max(all, 0));
  }

  /** The most frequent distance between two rates, the shortest of several; 8 h without any. */
  static long spacing(long[] times) {
    Map<Long, Integer> counts = new HashMap<>();
    long best = EIGHT_HOURS;
    int most = 0;
    for (int i = 1; i < times.length; i++) {
      long distance = times[i] - times[i - 1];
      int count = counts.merge(distance, 1, Integer::sum);
      if (count > most || (count == most && distance < best)) {
        most = count;
        best = distance;
      }
    }
    return best;
  }

  public boolean areAny() {
    return count > 0;
  }

  /** Share of the symbol's closes that lack at least one rate. */
  public double share() {
    return outOf == 0 ? 0 : (double) closes / outOf;
  }

  /** One sentence for people. */
  public String sentence() {
    return "funding rates are missing in "
        + (count == 1 ? "1 stretch" : count + " stretches")
        + ", first after "
        + Instant.ofEpochMilli(first)
        + ": counted as 0 at "
        + closes
        + " of "
        + outOf
        + " closes ("
        + Math.round(1000 * share()) / 10.0
        + " %)";
  }

  /** Goes along the series, from rate to rate. */
  private static final class Search {

    private final long spacing;
    private final long to;
    private final Timeframe timeframe;
    private int count;
    private long first;
    private long closes;
    private long counted = Long.MIN_VALUE;

    Search(long spacing, long to, Timeframe timeframe) {
      this.spacing = spacing;
      this.to = to;
      this.timeframe = timeframe;
    }

    /**
     * @param ends whether there is a rate at its end
     */
    void stretch(long begin, long end, boolean ends) {
      if (end - begin <= WIDE * spacing) {
        return;
      }
      first = count == 0 ? begin : first;
      count++;
      // A rate somewhat off its time is not missing.
      long last = ends ? end - spacing / 2 - 1 : end;
      for (long due = begin + spacing; due <= last; due += spacing) {
        long close = timeframe.nextClose(due - 1);
        if (close <= to && close != counted) {
          counted = close;
          closes++;
        }
      }
    }
  }
}
