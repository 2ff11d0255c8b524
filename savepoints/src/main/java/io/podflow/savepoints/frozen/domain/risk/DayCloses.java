package io.podflow.savepoints.frozen.domain.risk;

/** Frozen: no behaviour, only what old savepoints hold. */
public final class DayCloses {
  public int capacity;
  public double[][] bySymbol = {};
}
