package io.podflow.domain.pod;

import io.podflow.domain.market.FundingRecords;
import io.podflow.domain.market.JumpWatch;
import io.podflow.domain.market.Jumps;
import io.podflow.domain.metrics.ReturnWindow;
import io.podflow.domain.protection.HeldPosition;
import io.podflow.domain.selection.SelectorState;
import io.podflow.domain.settings.PodSettings;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings a pod's state to the configuration that holds from a close on: symbols keep what is
 * theirs, wherever they stand in the pod's list now; those that are new start as in a pod that has
 * seen no bar.
 */
final class PodLayoutMigration {

  private final List<String> symbols;
  private final int rampSteps;
  private final boolean selects;
  private final int historyReturns;

  PodLayoutMigration(PodSettings settings, int historyReturns) {
    this.symbols = settings.symbols();
    this.rampSteps = settings.scoring().rampSteps();
    this.selects = settings.activeSelector() != null;
    this.historyReturns = historyReturns;
  }

  /**
   * What a change of configuration did.
   *
   * @param dropped Σ|target| of the symbols that the pod no longer has
   * @param before the machines as they were, in the order of the pod's symbols now
   * @param moved whether the symbol's machine has another state or multiplier than before
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over, not kept
  record Change(double dropped, SelectorState[] before, boolean[] moved) {}

  Change apply(PodState state) {
    double dropped = 0;
    if (state.jumps.length != state.symbols.length) {
      state.jumps = Jumps.watches(state.symbols.length);
    }
    if (state.fundingDue == null || state.fundingDue.length != state.symbols.length) {
      state.fundingDue = new double[state.symbols.length];
    }
    state.fundingRecords = FundingRecords.orNone(state.fundingRecords);
    if (!Arrays.asList(state.symbols).equals(symbols)) {
      dropped = rearrange(state);
    }
    // State from before they were kept has none.
    state.halted = Arrays.copyOf(state.halted, symbols.size());
    state.constant = Arrays.copyOf(state.constant, symbols.size());
    SelectorState[] before = state.machines.clone();
    int stepsBefore = stepsOf(state);
    if (stepsBefore != rampSteps) {
      Arrays.setAll(state.machines, i -> rescaled(state.machines[i], stepsBefore));
    }
    state.rampSteps = rampSteps;
    if (!selects) {
      // Nobody would ever bring back what a selector had taken out.
      Arrays.fill(state.machines, SelectorState.initial(rampSteps));
    }
    return new Change(dropped, before, moved(before, stepsBefore, state.machines));
  }

  /** Steps of the ramp that the levels of this state count. */
  private int stepsOf(PodState state) {
    return state.rampSteps == 0 ? rampSteps : state.rampSteps;
  }

  private boolean[] moved(SelectorState[] before, int stepsBefore, SelectorState[] after) {
    boolean[] moved = new boolean[after.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] =
          before[i].state() != after[i].state()
              || before[i].multiplier(stepsBefore) != after[i].multiplier(rampSteps);
    }
    return moved;
  }

  private double rearrange(PodState state) {
    List<String> before = List.of(state.symbols);
    int n = symbols.size();
    int[] from = symbols.stream().mapToInt(before::indexOf).toArray();
    double dropped = 0;
    for (int i = 0; i < before.size(); i++) {
      dropped += symbols.contains(before.get(i)) ? 0 : Math.abs(state.targets[i]);
    }
    SelectorState[] machines = new SelectorState[n];
    ReturnWindow[] returns = new ReturnWindow[n];
    int[] missed = new int[n];
    double[] targets = new double[n];
    @Nullable TargetFactors[] factors = new TargetFactors[n];
    double[] weights = new double[n];
    boolean[] allocated = new boolean[n];
    HeldPosition[] held = new HeldPosition[n];
    JumpWatch[] jumps = new JumpWatch[n];
    boolean[] halted = new boolean[n];
    boolean[] constant = new boolean[n];
    double[] fundingDue = new double[n];
    for (int i = 0; i < n; i++) {
      boolean known = from[i] >= 0;
      machines[i] = known ? state.machines[from[i]] : SelectorState.initial(stepsOf(state));
      returns[i] = known ? state.returns[from[i]] : new ReturnWindow(historyReturns);
      missed[i] = known ? state.missed[from[i]] : PodState.NEVER_TRADED;
      targets[i] = known ? state.targets[from[i]] : 0;
      factors[i] = known && from[i] < state.factors.length ? state.factors[from[i]] : null;
      weights[i] = known ? state.weights[from[i]] : 0;
      allocated[i] = known && state.allocated[from[i]];
      halted[i] = known && from[i] < state.halted.length && state.halted[from[i]];
      constant[i] = known && from[i] < state.constant.length && state.constant[from[i]];
      fundingDue[i] = known ? state.fundingDue[from[i]] : 0;
      held[i] = known ? state.held[from[i]] : new HeldPosition();
      jumps[i] = known ? state.jumps[from[i]] : new JumpWatch();
    }
    state.symbols = symbols.toArray(String[]::new);
    state.machines = machines;
    state.returns = returns;
    state.missed = missed;
    state.targets = targets;
    state.factors = factors;
    state.weights = weights;
    state.allocated = allocated;
    state.held = held;
    state.jumps = jumps;
    state.halted = halted;
    state.constant = constant;
    state.fundingDue = fundingDue;
    return dropped;
  }

  /** As far up the ramp as before; who was at its end still is. */
  private SelectorState rescaled(SelectorState machine, int before) {
    int level = (int) Math.round((double) machine.level() * rampSteps / before);
    return machine.moves(level);
  }
}
