package io.podflow.api;

/**
 * The bars of one symbol that a strategy may look at: closed, oldest dropped first, the newest at
 * {@code ago} 0. All accessors take {@code 0 ≤ ago < size()}.
 */
public interface BarSeries {

  /** Bars kept, at most what the strategy asked for. */
  int size();

  double open(int ago);

  double high(int ago);

  double low(int ago);

  double close(int ago);

  double volume(int ago);

  /** Close of the bar, epoch milliseconds UTC. */
  long closeTime(int ago);
}
