package io.podflow.domain.exchange;

import java.util.HashSet;
import java.util.Set;

/**
 * Symbols whose last order came to less than was asked. While the customer has not sent another
 * one, there is a reason to tell it what it holds before the next close. Only so many times: it may
 * want nothing more.
 */
final class Unrest {

  /** The first three retries of a customer that waits 0, 1 and 3 times before them. */
  private static final int MOST = 4;

  private final Set<String> symbols = new HashSet<>();
  private int left;

  void cameToLess(String symbol) {
    symbols.add(symbol);
    left = MOST;
  }

  void wasDone(String symbol) {
    symbols.remove(symbol);
  }

  void told() {
    left--;
  }

  /**
   * @param ordered symbols of which something is open
   */
  boolean isWaiting(Set<String> ordered) {
    return left > 0 && !ordered.containsAll(symbols);
  }
}
