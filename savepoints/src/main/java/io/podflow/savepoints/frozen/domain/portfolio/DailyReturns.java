package io.podflow.savepoints.frozen.domain.portfolio;

/** Frozen: no behaviour, only what old savepoints hold. */
public final class DailyReturns {
  public int capacity;
  public double[][] byPod = {};
}
