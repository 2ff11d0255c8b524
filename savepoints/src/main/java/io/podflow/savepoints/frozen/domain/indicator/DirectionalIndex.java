package io.podflow.savepoints.frozen.domain.indicator;

/** Frozen: no behaviour, only what old savepoints hold. */
public final class DirectionalIndex {
  public double previousHigh = Double.NaN;
  public double previousLow = Double.NaN;
  public double previousClose = Double.NaN;
  public ExponentialAverage ups = new ExponentialAverage();
  public ExponentialAverage downs = new ExponentialAverage();
  public ExponentialAverage ranges = new ExponentialAverage();
  public ExponentialAverage indices = new ExponentialAverage();
}
