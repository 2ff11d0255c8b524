package io.podflow.savepoints.frozen.domain.protection;

/** Frozen: no behaviour, only what old savepoints hold. */
public final class HeldPosition {
  public double quantity;
  public double averagePrice;
  public double extreme;
  public double wanted;
  public double lastClose = Double.NaN;
  public double[] trueRanges = new double[14];
  public int next;
  public int bars;
  public int stoppedSign;
  public int quietBars;
}
