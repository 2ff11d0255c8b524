package io.podflow.connectors.wire;

import java.io.Serializable;

/**
 * The largest payload, and how far the clock of another machine may be ahead.
 *
 * @param maxBytes largest size of one payload without a configuration, bytes
 * @param futureTolerance milliseconds
 */
public record WireLimits(int maxBytes, long futureTolerance) implements Serializable {

  /**
   * 64 KiB and one day. A clock that is wrong by less is told and refuses nothing (decision LV2); a
   * time further ahead is a mistake of its writer.
   */
  public static final WireLimits DEFAULT = new WireLimits(65_536, 86_400_000);

  /**
   * Largest payload that carries a configuration, bytes (decision LV11). A larger one is refused
   * before it is parsed.
   */
  public static final int LARGEST_VERSION = 262_144;

  /** Most characters of {@link Decoded.Refused#reason()}. */
  public static final int LONGEST_REASON = 300;

  /**
   * Most Unicode code points of the id of an order or a fill, and of the name of a symbol.
   * podflow's own ids have at most 296: a portfolio of 64, a symbol of 64 that are all escaped
   * (decision DA5), a time, a sequence, and what a fill adds.
   */
  public static final int LONGEST_ID = 300;

  public WireLimits {
    if (maxBytes < 1) {
      throw new IllegalArgumentException("maxBytes is " + maxBytes + " (expected: at least 1)");
    }
    if (futureTolerance < 0) {
      throw new IllegalArgumentException(
          "futureTolerance is " + futureTolerance + " (expected: at least 0)");
    }
  }

  /** The latest plausible time of a past event at {@code now}, both epoch milliseconds UTC. */
  long latest(long now) {
    return now + futureTolerance;
  }
}
