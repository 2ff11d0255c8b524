package io.podflow.domain.asset;

import io.podflow.domain.indicator.Adx;
import io.podflow.domain.market.BarHistory;
import io.podflow.domain.metrics.ReturnWindow;
import org.jspecify.annotations.Nullable;

/**
 * What one (pod, symbol) remembers between bars: as much of the past as its strategy and the
 * selector's figures look at, and no more.
 *
 * <p>Mutable and with public fields because it is kept in keyed state as it stands; only {@link
 * AssetStep} changes it.
 */
public final class AssetMemory {

  /** Before the first bar. */
  public static final long NEVER = Long.MIN_VALUE;

  /** The bars that the strategy sees. */
  public BarHistory bars = new BarHistory();

  /** The returns that the figures are computed from. */
  public ReturnWindow returns = new ReturnWindow();

  /** How much the symbol trends; null where nothing asks for it. */
  public @Nullable Adx adx;

  /** Return at the newest bar, fraction; NaN at the first. */
  public double lastReturn = Double.NaN;

  /** Bars in a row, the newest included, that had the same close and no volume. */
  public int stillBars;

  /** Close of the newest bar, epoch milliseconds UTC; {@link #NEVER} at first. */
  public long lastClose = NEVER;

  /** Whether it has been told that a strategy reads volumes that are missing (decision DA4). */
  public boolean volumeTold;

  /** For deserialisation only. */
  public AssetMemory() {}

  AssetMemory(int historyBars, int windowBars) {
    this.bars = new BarHistory(historyBars);
    this.returns = new ReturnWindow(windowBars);
  }
}
