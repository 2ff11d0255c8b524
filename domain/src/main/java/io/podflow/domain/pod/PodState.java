package io.podflow.domain.pod;

import io.podflow.domain.market.FundingRecords;
import io.podflow.domain.market.JumpWatch;
import io.podflow.domain.metrics.Performance;
import io.podflow.domain.metrics.ReturnWindow;
import io.podflow.domain.protection.HeldPosition;
import io.podflow.domain.selection.SelectorState;
import org.jspecify.annotations.Nullable;

/**
 * What a pod remembers between closes, arrays in the pod's symbol order. Kept in keyed state as it
 * stands; only {@link PodStep} and the steps it consists of change it.
 */
public final class PodState {

  /** {@link #missed} of a symbol that has never had a bar. */
  public static final int NEVER_TRADED = -1;

  /** The symbols the arrays stand for. */
  public String[] symbols = {};

  public SelectorState[] machines = {};

  /** Steps of the ramp that the machines' levels count; 0 in state from before it was kept. */
  public int rampSteps;

  /** Returns for the allocator's volatilities and covariances. */
  public ReturnWindow[] returns = {};

  /** Symbols that were halted at their last bar; shorter in state from before it was kept. */
  public boolean[] halted = {};

  /** Symbols without variance at their last bar; shorter in state from before it was kept. */
  public boolean[] constant = {};

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

  /**
   * Σ of the funding rates that have come due since the symbol's last bar, a fraction of its value.
   * Null in state from before funding was part of a pod's return, when nothing was due.
   */
  public double[] fundingDue = {};

  /** Rates that came as records; null in state from before there were any. */
  public FundingRecords fundingRecords = new FundingRecords();

  /** Funding in the returns since the start of the UTC day, a fraction; positive is a cost. */
  public double dayFunding;

  /** Closes of the pod so far, the count of {@code rebalance_bars} (decision FP17). */
  public long closes;

  /** Account value since the start of the UTC day, 1.0 at its start. */
  public double dayValue = 1;

  public Performance performance = new Performance();

  /** Whether the account was used up: it is 0 for good, and so are all targets. */
  public boolean ruined;

  /** What the pod holds by its own decisions, for its stops. */
  public HeldPosition[] held = {};

  /** The last closes, watched for jumps; empty in state from before they were (decision DA4). */
  public JumpWatch[] jumps = {};
}
