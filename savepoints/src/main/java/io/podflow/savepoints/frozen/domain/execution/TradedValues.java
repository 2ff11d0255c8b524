package io.podflow.savepoints.frozen.domain.execution;

/** Frozen: no behaviour, only what old savepoints hold. */
public final class TradedValues {
  public int capacity;
  public long[][] days = {};
  public double[][] values = {};
}
