package io.podflow.domain.journal;

import java.util.Locale;

/**
 * Why what is wanted of a symbol has changed (decision TR4): the word in {@code orders}, {@code
 * targets}, {@code pod_fills}, {@code unsent} and {@code assets}. The constants stand in the order
 * in which equal parts of a change are told.
 */
public enum Cause {
  /** A stop, or the quiet time after one, holds the signal at 0. */
  STOP,
  /** The selector's multiplier moved. */
  SELECTOR,
  /** The pod was retired or is ruined. */
  LIFECYCLE,
  /** Defence, recovery from it, or the volatility scale. */
  RISK,
  /** The pod's leverage cap, the portfolio's leverage limit, or a spot market's clip. */
  LEVERAGE,
  /** Nobody trades the symbol any more for whom it was held. */
  ORPHAN,
  /** The symbol's bars have stopped. */
  STALE,
  /** The exchange side held something else. */
  RECONCILE,
  /** A halted market lets the target only fall. */
  HALT,
  /** The strategy's signal moved. */
  SIGNAL,
  /** The allocator's weight moved. */
  WEIGHT,
  /** Capital was shared anew. */
  REBALANCE,
  /** Nothing was decided: prices and capital moved. */
  DRIFT;

  /** As written in the tables. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
