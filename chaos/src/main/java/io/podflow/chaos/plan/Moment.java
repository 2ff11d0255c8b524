package io.podflow.chaos.plan;

import java.util.List;
import java.util.stream.Collectors;

/**
 * When something happens, and what. It is counted from the first order of a close, as it is seen on
 * its topic, and so by what the job does and not by a clock.
 *
 * @param number from 1, in the order of time
 * @param close whose orders are waited for, epoch milliseconds UTC
 * @param ahead how many closes beyond it the feed may have gone by then
 * @param delayMillis from the first of these orders to the first strike
 * @param strikes one, or two of a pair, in the order of time
 */
public record Moment(int number, long close, int ahead, long delayMillis, List<Strike> strikes) {

  public Moment {
    strikes = List.copyOf(strikes);
  }

  /** {@code broker}, or {@code broker+exchange}. */
  public String faults() {
    return strikes.stream().map(strike -> strike.fault().label()).collect(Collectors.joining("+"));
  }
}
