package io.podflow.savepoints.frozen.domain.metrics;

/** Frozen: no behaviour, only what old savepoints hold. */
public final class EqualParts {
  public double[] cash = {};
  public double[] quantities = {};
  public double[] marks = {};
  public boolean[] bought = {};
}
