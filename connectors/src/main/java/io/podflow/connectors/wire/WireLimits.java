package io.podflow.connectors.wire;

import java.io.Serializable;

/**
 * How much is read, and how far another machine's clock may be ahead.
 *
 * @param maxBytes of one payload
 * @param futureTolerance milliseconds
 */
public record WireLimits(int maxBytes, long futureTolerance) implements Serializable {

  /** 64 KiB and one minute. */
  public static final WireLimits DEFAULT = new WireLimits(65_536, 60_000);

  /** Characters of {@link Decoded.Refused#reason()}. */
  public static final int LONGEST_REASON = 300;

  /**
   * Unicode code points of the id of an order or a fill, and of the name of a symbol. podflow's own
   * ids have at most 296: a portfolio of 64, a symbol of 64 that are all escaped (decision DA5), a
   * time, a sequence, and what a fill adds.
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

  /** The latest time to be believed at {@code now}, both epoch milliseconds UTC. */
  long latest(long now) {
    return now + futureTolerance;
  }
}
