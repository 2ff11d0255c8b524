package io.podflow.savepoints.frozen.domain.metrics;

/** Frozen: no behaviour, only what old savepoints hold. */
public final class Performance {
  public int count;
  public double mean;
  public double squares;
  public double index = 1;
  public double peak = 1;
  public double deepest;
  public int wins;
}
