package io.podflow.savepoints.frozen.domain.asset;

import io.podflow.savepoints.frozen.domain.indicator.DirectionalIndex;
import io.podflow.savepoints.frozen.domain.market.BarHistory;
import io.podflow.savepoints.frozen.domain.metrics.ReturnWindow;

/** Frozen: no behaviour, only what old savepoints hold. */
public final class AssetMemory {
  public BarHistory bars = new BarHistory();
  public ReturnWindow returns = new ReturnWindow();
  public DirectionalIndex adx;
  public double lastReturn = Double.NaN;
  public int stillBars;
  public long lastClose = Long.MIN_VALUE;
  public boolean volumeTold;
}
