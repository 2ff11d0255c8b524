package io.podflow.savepoints.frozen.domain.risk;

/** Frozen: no behaviour, only what old savepoints hold. */
public final class VolatilityState {
  public long day;
  public double[][] bySymbol = {};
  public double scale;
  public boolean binds;
  public boolean boundToday;
  public boolean beginsLate;
}
