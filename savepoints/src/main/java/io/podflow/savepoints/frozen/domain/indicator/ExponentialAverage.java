package io.podflow.savepoints.frozen.domain.indicator;

/** Frozen: no behaviour, only what old savepoints hold. */
public final class ExponentialAverage {
  public double weight = 1;
  public int warmUp = 1;
  public int inputs;
  public double average;
  public double oldWeight = 1;
}
