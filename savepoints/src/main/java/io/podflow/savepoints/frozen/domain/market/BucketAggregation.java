package io.podflow.savepoints.frozen.domain.market;

/** Frozen: no behaviour, only what old savepoints hold. */
public final class BucketAggregation {
  public int symbol;
  public Timeframe timeframe = Timeframe.D1;
  public int expectedBars;
  public int sourceBars;
  public long closeTime;
  public double open;
  public double high;
  public double low;
  public double close;
  public double volume;
}
