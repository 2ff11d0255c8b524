package io.podflow.savepoints.frozen.domain.risk;

import io.podflow.savepoints.frozen.domain.metrics.ReturnWindow;

/** Frozen: no behaviour, only what old savepoints hold. */
public final class RiskState {
  public long day = Long.MIN_VALUE;
  public long defenceDay = Long.MIN_VALUE;
  public double equity;
  public double dayBase;
  public double peak;
  public boolean holding;
  public boolean exposed;
  public boolean dayEnded;
  public ReturnWindow exposedDays = ReturnWindow.of(60);
  public RiskAlert[] standing = {};
}
