package io.podflow.domain.pod;

import io.podflow.domain.metrics.Performance;
import io.podflow.domain.metrics.ReturnWindow;
import io.podflow.domain.protection.HeldPosition;
import io.podflow.domain.selection.AssetMachine;
import org.jspecify.annotations.Nullable;

/**
 * What a pod remembers between closes, arrays in the pod's symbol order. Kept in keyed state as it
 * stands; only {@link PodStep} changes it.
 */
public final class PodState {

  /** {@link #missed} of a symbol that has never had a bar. */
  public static final int NEVER_TRADED = -1;

  /** The symbols the arrays stand for. */
  public String[] symbols = {};

  public AssetMachine[] machines = {};

  /** Steps of the ramp that the machines' levels count; 0 in state from before it was kept. */
  public int rampSteps;

  /** Returns for the allocator's volatilities and covariances. */
  public ReturnWindow[] returns = {};

  /** Closes missed in a row, or {@link #NEVER_TRADED}. */
  public int[] missed = {};

  /** Standing targets: shares of the pod's capital, signed. */
  public double[] targets = {};

  /**
   * What the targets of each symbol's last bar were made of; shorter than the symbols in state from
   * before it was kept, null where there was no bar.
   */
  public @Nullable TargetFactors[] factors = {};

  /** The allocator's last weights. */
  public double[] weights = {};

  /** The symbols the last weights were computed over. */
  public boolean[] allocated = {};

  /** Σ|Δtarget| of the last close, charged to the account at the next (decision FP4). */
  public double turnover;

  /** Closes of the pod so far, the count of {@code rebalance_bars} (decision FP17). */
  public long closes;

  /** Account value since the start of the UTC day, 1.0 at its start. */
  public double dayValue = 1;

  public Performance performance = new Performance();

  /** What the pod holds by its own decisions, for its stops. */
  public HeldPosition[] held = {};
}
