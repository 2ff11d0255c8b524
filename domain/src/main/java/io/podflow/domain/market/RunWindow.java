package io.podflow.domain.market;

import java.io.Serializable;

/**
 * The stretch of event time a run covers, in epoch milliseconds UTC. Bars that close in {@code
 * (warmUpFrom, from]} feed windows only; those that close in {@code (from, horizon]} are decided on
 * and recorded (decisions FP1, FP22). Live runs have no end: {@link Long#MAX_VALUE}.
 *
 * @param warmUpFrom opens before this are not read
 * @param from the first close after it is the first that is traded; in a backtest the start of a
 *     day, in a live job any time (decision LV1)
 * @param horizon the last moment up to which the input is complete: buckets that end later are cut
 *     off and not emitted (decision FP24)
 */
public record RunWindow(long warmUpFrom, long from, long horizon) implements Serializable {

  public RunWindow {
    if (warmUpFrom > from || from > horizon) {
      throw new IllegalArgumentException(
          "window " + warmUpFrom + ", " + from + ", " + horizon + " (expected: ascending)");
    }
  }

  /** Whether a bar that closes then only feeds windows. */
  public boolean warmsUp(long closeTime) {
    return closeTime <= from;
  }
}
