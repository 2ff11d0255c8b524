package io.podflow.domain.asset;

import io.podflow.api.Bar;
import io.podflow.api.FeatureWeight;
import io.podflow.api.Signal;
import io.podflow.api.Strategy;
import io.podflow.api.Timeframe;
import io.podflow.domain.indicator.Adx;
import io.podflow.domain.metrics.Dispersion;
import io.podflow.domain.metrics.ReturnMetrics;
import io.podflow.domain.metrics.ReturnWindow;
import io.podflow.domain.settings.CashBufferSettings;
import io.podflow.domain.settings.SelectorSettings;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One bar of one symbol for one pod: the bar joins the memory, its return the window, and figures
 * and signal are computed from what is remembered, the bar itself included (decision SG2). One step
 * serves all symbols of a pod; what differs between them is in their {@link AssetMemory}.
 */
public final class AssetStep {

  private final Strategy strategy;
  private final SelectorSettings settings;
  private final double barsPerYear;
  private final @Nullable CashBufferSettings cashBuffer;
  private final boolean judgesVariance;

  /**
   * @param forMetrics whose lookbacks the figures use, whether or not a selector acts on them
   *     (decision FP15)
   * @param timeframe of the pod
   * @param cashBuffer what the ADX is asked for; null when it is not
   * @param judgesVariance whether a symbol without variance is told apart (decision EV2)
   */
  public AssetStep(
      Strategy strategy,
      SelectorSettings forMetrics,
      Timeframe timeframe,
      @Nullable CashBufferSettings cashBuffer,
      boolean judgesVariance) {
    this.strategy = strategy;
    this.settings = forMetrics;
    this.barsPerYear = timeframe.barsPerYear();
    this.cashBuffer = cashBuffer;
    this.judgesVariance = judgesVariance;
  }

  /** The memory of a symbol that has no bar yet. */
  public AssetMemory initialState() {
    AssetMemory memory = new AssetMemory(strategy.historyBars(), settings.windowBars());
    if (cashBuffer != null) {
      memory.adx = new Adx(cashBuffer.adxPeriod());
    }
    return memory;
  }

  /**
   * Brings the memory of an earlier configuration to this one. What a strategy knows follows from
   * the bars that it sees, so it goes on as if it had always been configured so, as far as bars and
   * returns reach back.
   */
  public void adapt(AssetMemory memory) {
    memory.bars.resize(strategy.historyBars());
    memory.returns.keep(settings.windowBars());
    if (cashBuffer == null) {
      memory.adx = null;
    } else if (memory.adx == null || !memory.adx.isOf(cashBuffer.adxPeriod())) {
      memory.adx = new Adx(cashBuffer.adxPeriod());
    }
  }

  /**
   * Takes in the next bar.
   *
   * @param pod index of the pod in the layout
   * @param position place of the symbol in the pod's own list
   * @throws IllegalArgumentException if the bar is not newer than the last one; the memory is then
   *     as before
   */
  public AssetUpdate onBar(AssetMemory memory, int pod, int position, Bar bar) {
    takeIn(memory, bar);
    memory.bars.watchVolume();
    Signal signal = signal(memory);
    return update(memory, pod, position, bar, signal, missesVolume(memory));
  }

  /** What a strategy divides by must be there, or its size says nothing (decision EV2). */
  private Signal signal(AssetMemory memory) {
    Signal signal =
        Objects.requireNonNull(strategy.onClose(memory.bars), "the strategy gave no signal");
    boolean undivided =
        judgesVariance
            && signal.reason().isEmpty()
            && StillPrice.isWithoutVariance(memory.bars, strategy.volatilityBars());
    return undivided ? Signal.withoutVariance() : signal;
  }

  /**
   * Takes in a bar on which nothing is decided (decision FP22): the memory grows as ever, and the
   * strategy, which may have a model to fit, is not asked.
   */
  public AssetUpdate warmUp(AssetMemory memory, int pod, int position, Bar bar) {
    takeIn(memory, bar);
    return update(memory, pod, position, bar, Signal.warmUp(), false);
  }

  private static void takeIn(AssetMemory memory, Bar bar) {
    requireNewer(bar, memory.lastClose);
    memory.lastReturn = returnOf(memory, bar);
    memory.stillBars = StillPrice.barsInARow(memory, bar);
    memory.bars.append(bar);
    memory.lastClose = bar.closeTime();
    if (!Double.isNaN(memory.lastReturn)) {
      memory.returns.add(memory.lastReturn);
    }
    Adx adx = memory.adx;
    if (adx != null) {
      adx.add(bar.high(), bar.low(), bar.close());
    }
  }

  /** Once per symbol: a strategy that reads volumes gets 0 where a bar has none (decision DA4). */
  private static boolean missesVolume(AssetMemory memory) {
    boolean missed =
        !memory.volumeTold && memory.bars.volumeWasRead() && memory.bars.volume(0) == 0;
    memory.volumeTold |= missed;
    return missed;
  }

  private AssetUpdate update(
      AssetMemory memory, int pod, int position, Bar bar, Signal signal, boolean volumeMissed) {
    Adx adx = memory.adx;
    ReturnWindow returns = memory.returns;
    return new AssetUpdate(
        pod,
        position,
        bar.closeTime(),
        bar.open(),
        bar.high(),
        bar.low(),
        bar.close(),
        memory.lastReturn,
        signal.value(),
        signal.reason(),
        returns.size(),
        ReturnMetrics.sharpe(returns, settings.sharpeLookback(), barsPerYear),
        ReturnMetrics.cumulativeReturn(returns, settings.returnLookback()),
        ReturnMetrics.maxDrawdown(returns, settings.sharpeLookback()),
        adx == null ? Double.NaN : adx.value(),
        judgesVariance && Dispersion.isNone(Dispersion.of(returns, settings.sharpeLookback())),
        memory.stillBars,
        volumeMissed);
  }

  /** What the strategy's model gives weight to, by the bars so far. */
  public List<FeatureWeight> explain(AssetMemory memory) {
    return memory.bars.size() == 0 ? List.of() : strategy.explain(memory.bars);
  }

  /** The change since the close before, however long ago that was; NaN where there is none. */
  private static double returnOf(AssetMemory memory, Bar bar) {
    if (memory.bars.size() == 0 || memory.bars.close(0) == 0) {
      return Double.NaN;
    }
    return bar.close() / memory.bars.close(0) - 1;
  }

  private static void requireNewer(Bar bar, long lastClose) {
    if (bar.closeTime() <= lastClose) {
      throw new IllegalArgumentException(
          "bar that closes at "
              + Instant.ofEpochMilli(bar.closeTime())
              + " (expected: after the last one, "
              + Instant.ofEpochMilli(lastClose)
              + ")");
    }
  }
}
