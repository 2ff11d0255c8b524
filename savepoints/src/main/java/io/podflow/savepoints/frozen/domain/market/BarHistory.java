package io.podflow.savepoints.frozen.domain.market;

/** Frozen: no behaviour, only what old savepoints hold. */
public final class BarHistory {
  public int capacity;
  public int start;
  public int size;
  public double[] opens = {};
  public double[] highs = {};
  public double[] lows = {};
  public double[] closes = {};
  public double[] volumes = {};
  public long[] closeTimes = {};
}
