package io.podflow.domain.pod;

import io.podflow.domain.allocation.AssetAllocator;
import io.podflow.domain.allocation.VolatilityFloor;
import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.journal.Event;
import io.podflow.domain.market.FundingRate;
import io.podflow.domain.market.FundingRecords;
import io.podflow.domain.market.Jumps;
import io.podflow.domain.market.UtcDays;
import io.podflow.domain.metrics.ReturnWindow;
import io.podflow.domain.protection.HeldPosition;
import io.podflow.domain.selection.AssetMachine;
import io.podflow.domain.selection.AssetSelector;
import io.podflow.domain.selection.CompositeScore;
import io.podflow.domain.selection.MovedBy;
import io.podflow.domain.selection.Ranking;
import io.podflow.domain.settings.AssetAllocationSettings;
import io.podflow.domain.settings.PodSettings;
import io.podflow.domain.settings.Roster;
import io.podflow.domain.settings.SelectorSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pod at one close of its timeframe: account, selector, allocator, targets, in that order
 * (requirements B12, C1, C2; design.md "The order of things at one bar close").
 */
public final class PodStep {

  private static final double[] NO_ADX = {};

  private final int pod;
  private final PodSettings settings;
  private final double costRate;
  private final int staleAfter;
  private final boolean asksForAdx;
  private final CompositeScore score;
  private final @Nullable AssetSelector selector;
  private final @Nullable AssetAllocator allocator;
  private final int historyReturns;
  private final int rampSteps;
  private final Exposure exposure;
  private final LeverageCap leverageCap;
  private final Protection protection;
  private final DataEvents dataEvents;
  private final PodSuccession succession;
  private final SelectorEvents selectorEvents;
  private final HaltedSymbols haltedSymbols;
  private final PodFunding funding;

  /**
   * Without funding.
   *
   * @param pod index of the pod in the roster
   */
  public PodStep(Roster roster, int pod) {
    this(roster, pod, FundingDue.NEVER);
  }

  /**
   * @param pod index of the pod in the roster
   * @param rates what the ledger's positions pay, too
   */
  public PodStep(Roster roster, int pod, FundingDue rates) {
    this.pod = pod;
    this.settings = roster.pod(pod);
    this.costRate = roster.settings().costRate();
    this.staleAfter = roster.settings().staleAfterBars();
    this.asksForAdx = roster.settings().cashBuffer() != null;
    SelectorSettings active = settings.activeSelector();
    AssetAllocationSettings allocation = settings.assetAllocation();
    this.score = new CompositeScore(settings.scoring());
    this.selector = active == null ? null : new AssetSelector(active);
    this.rampSteps = settings.scoring().rampSteps();
    this.allocator =
        allocation == null
            ? null
            : new AssetAllocator(
                allocation,
                roster.settings().covariance(),
                roster.settings().weightShrinkage(),
                new VolatilityFloor(roster.settings().volatilityFloor()));
    this.historyReturns = allocation == null ? 1 : allocation.historyReturns();
    this.exposure = new Exposure(settings.exposureBasis(), settings.symbols().size());
    this.leverageCap = new LeverageCap(settings.maxLeverage());
    this.protection = new Protection(settings);
    this.dataEvents = new DataEvents(roster, pod);
    this.succession = new PodSuccession(settings, historyReturns);
    this.selectorEvents = new SelectorEvents(settings);
    this.haltedSymbols = new HaltedSymbols(settings);
    this.funding = new PodFunding(rates, settings);
  }

  /** The state of a pod that has seen no bar. */
  public PodState initialState() {
    int n = settings.symbols().size();
    PodState state = new PodState();
    state.symbols = settings.symbols().toArray(String[]::new);
    state.machines = new AssetMachine[n];
    Arrays.fill(state.machines, AssetMachine.initial(rampSteps));
    state.returns = new ReturnWindow[n];
    Arrays.setAll(state.returns, i -> new ReturnWindow(historyReturns));
    state.missed = new int[n];
    Arrays.fill(state.missed, PodState.NEVER_TRADED);
    state.targets = new double[n];
    state.factors = new TargetFactors[n];
    state.weights = new double[n];
    state.allocated = new boolean[n];
    state.halted = new boolean[n];
    state.constant = new boolean[n];
    state.held = Protection.flat(n);
    state.jumps = Jumps.watches(n);
    state.fundingDue = new double[n];
    state.rampSteps = rampSteps;
    return state;
  }

  /**
   * Feeds the windows of a close before the first day that is traded (decision FP22).
   *
   * @param updates by position in the pod, null where a symbol has no bar
   */
  public void warmUp(PodState state, @Nullable AssetUpdate[] updates) {
    succession.apply(state);
    Snapshot now = Snapshot.of(updates);
    feedWindows(state, now);
    dataEvents.onWarmUp(state, now, updates);
  }

  /** Takes a rate of funding of one of the pod's symbols that is due at a close to come. */
  public static void take(PodState state, FundingRate rate) {
    state.fundingRecords = FundingRecords.orNone(state.fundingRecords);
    state.fundingRecords.add(rate);
  }

  /**
   * Decides one close.
   *
   * @param closeTime epoch milliseconds UTC
   * @param updates by position in the pod, null where a symbol has no bar
   */
  public PodDecision onClose(PodState state, long closeTime, @Nullable AssetUpdate[] updates) {
    PodSuccession.Change change = succession.apply(state);
    List<Event> events = new ArrayList<>();
    Snapshot now = Snapshot.of(updates);
    DayReport day = account(state, now, closeTime, events);
    feedWindows(state, now);
    dataEvents.onClose(state, now, closeTime, updates, events);
    double[] before = state.targets.clone();
    dropStale(state, closeTime, events);
    boolean[] heldAtZero = protection.heldAtZero(state.held, now, closeTime, events);
    haltedSymbols.observe(state, now, closeTime, events);
    Selection selection = select(state, now, change, closeTime, events);
    allocate(state, now);
    boolean[] excluded = Exclusions.atOnce(selection.moved());
    TargetFactors[] factors = aim(state, now, heldAtZero, excluded);
    String[] causes = TargetCauses.of(state.factors, factors, before, state.targets);
    state.factors = TargetCauses.remembered(state.factors, factors, now.present());
    state.turnover = distance(before, state.targets) + change.dropped();
    state.closes++;
    return new PodDecision(
        pod,
        closeTime,
        state.targets.clone(),
        now.present(),
        asksForAdx ? now.adx() : NO_ADX,
        allExcluded(state),
        gross(state.targets),
        day,
        AssetRows.of(settings, state, now, selection, causes, closeTime),
        events,
        factors);
  }

  private @Nullable DayReport account(
      PodState state, Snapshot now, long closeTime, List<Event> events) {
    double periodReturn = -costRate * state.turnover;
    for (int i = 0; i < state.targets.length; i++) {
      if (state.targets[i] != 0 && now.present()[i]) {
        periodReturn += state.targets[i] * now.periodReturn()[i];
      }
    }
    double paid = funding.charge(state, now, closeTime);
    periodReturn -= paid;
    state.dayFunding += paid;
    if (PodAccount.earn(state, periodReturn)) {
      events.add(PodEvents.ruined(settings, closeTime, periodReturn));
    }
    return UtcDays.endsDay(closeTime) ? PodAccount.endDay(state) : null;
  }

  private void feedWindows(PodState state, Snapshot now) {
    for (int i = 0; i < state.missed.length; i++) {
      if (now.present()[i]) {
        state.missed[i] = 0;
        state.constant[i] = now.constant()[i];
        if (allocator != null && !Double.isNaN(now.periodReturn()[i])) {
          // A restored window may be of a configuration that looked back less far.
          state.returns[i].keep(historyReturns);
          state.returns[i].add(now.periodReturn()[i]);
        }
      } else if (state.missed[i] != PodState.NEVER_TRADED) {
        state.missed[i]++;
      }
    }
  }

  private void dropStale(PodState state, long closeTime, List<Event> events) {
    for (int i = 0; i < state.missed.length; i++) {
      if (state.missed[i] == staleAfter) {
        state.targets[i] = 0;
        state.held[i].drop();
        events.add(PodEvents.stale(settings, i, closeTime, staleAfter));
      }
    }
  }

  private Selection select(
      PodState state,
      Snapshot now,
      PodSuccession.Change change,
      long closeTime,
      List<Event> events) {
    Ranking ranking =
        score.rank(
            now.judged(),
            now.returnCount(),
            now.sharpe(),
            now.cumulativeReturn(),
            now.maxDrawdown());
    MovedBy[] moved = byVersion(state, change, closeTime, events);
    if (selector != null) {
      AssetMachine[] before = state.machines.clone();
      MovedBy[] rules =
          selector.step(
              state.machines,
              now.judged(),
              now.returnCount(),
              ranking.scores(),
              now.sharpe(),
              now.maxDrawdown());
      for (int i = 0; i < moved.length; i++) {
        moved[i] = rules[i] == MovedBy.NOTHING ? moved[i] : rules[i];
      }
      selectorEvents.write(before, state.machines, rules, ranking.scores(), now, closeTime, events);
      PodEvents.exclusions(settings, selector, before, state.machines, closeTime, events);
    }
    return new Selection(ranking, moved);
  }

  private MovedBy[] byVersion(
      PodState state, PodSuccession.Change change, long closeTime, List<Event> events) {
    MovedBy[] moved = new MovedBy[state.machines.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = change.moved()[i] ? MovedBy.VERSION : MovedBy.NOTHING;
      if (change.before()[i].state() != state.machines[i].state()) {
        events.add(selectorEvents.version(i, change.before()[i], state.machines[i], closeTime));
      }
    }
    return moved;
  }

  private void allocate(PodState state, Snapshot now) {
    AssetAllocationSettings allocation = settings.assetAllocation();
    if (allocator == null || allocation == null) {
      return;
    }
    boolean[] eligible = eligible(state);
    boolean due = state.closes % allocation.rebalanceBars() == 0;
    if (due || !Arrays.equals(eligible, state.allocated)) {
      state.weights = allocator.weights(eligible, state.returns, now.strength());
      state.allocated = eligible;
    }
  }

  /**
   * Whether the selector leaves nothing to trade: every symbol that has traded, is not stale and
   * has variance has multiplier 0 (requirement D1, decision EV2). Without any such symbol there is
   * nothing that was excluded.
   */
  private boolean allExcluded(PodState state) {
    boolean any = false;
    for (int i = 0; i < state.missed.length; i++) {
      if (state.missed[i] != PodState.NEVER_TRADED
          && state.missed[i] < staleAfter
          && !state.constant[i]) {
        if (state.machines[i].level() > 0) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  /** The symbols the allocator works over (decision FP5). */
  private boolean[] eligible(PodState state) {
    boolean[] eligible = new boolean[state.missed.length];
    for (int i = 0; i < eligible.length; i++) {
      eligible[i] =
          state.missed[i] != PodState.NEVER_TRADED
              && state.missed[i] < staleAfter
              && state.machines[i].level() > 0;
    }
    return eligible;
  }

  /**
   * Sets the targets of the symbols with a bar at this close.
   *
   * @param heldAtZero by position: whether a stop holds the symbol's signal at 0
   * @param excluded by position: whether the selector has taken the symbol out at once
   * @return what the targets are made of; of a symbol without a bar what it was, or that it is
   *     stale
   */
  private TargetFactors[] aim(
      PodState state, Snapshot now, boolean[] heldAtZero, boolean[] excluded) {
    double[] standing = state.targets.clone();
    double[] signals = new double[standing.length];
    if (state.ruined) {
      return leaveAll(state);
    }
    for (int i = 0; i < signals.length; i++) {
      if (now.present()[i]) {
        double multiplier = state.machines[i].multiplier(rampSteps);
        signals[i] = heldAtZero[i] ? 0 : now.signal()[i];
        state.targets[i] =
            allocator == null
                ? exposure.unallocated(signals[i], multiplier)
                : exposure.allocated(signals[i], state.weights[i], multiplier);
      }
    }
    double capScale = leverageCap.apply(state.targets, now.present());
    Aim aim = haltedSymbols.hold(state.halted, now.present(), standing, state.targets, signals);
    TargetFactors[] factors = new TargetFactors[signals.length];
    for (int i = 0; i < signals.length; i++) {
      if (now.present()[i]) {
        state.held[i].aim(state.targets[i]);
        factors[i] =
            new TargetFactors(
                aim.signal()[i],
                exposure.factor(allocator == null ? Double.NaN : state.weights[i]),
                state.machines[i].multiplier(rampSteps),
                capScale,
                heldAtZero[i],
                aim.halted()[i],
                aim.wanted()[i],
                heldAtZero[i] || excluded[i]);
      } else {
        factors[i] = absent(state, i);
      }
    }
    return factors;
  }

  /** A ruined pod wants nothing, of symbols without a bar neither. */
  private static TargetFactors[] leaveAll(PodState state) {
    Arrays.fill(state.targets, 0);
    for (HeldPosition held : state.held) {
      held.leave();
    }
    TargetFactors[] factors = new TargetFactors[state.targets.length];
    Arrays.fill(factors, TargetFactors.ofRuin());
    return factors;
  }

  private TargetFactors absent(PodState state, int i) {
    TargetFactors last = i < state.factors.length ? state.factors[i] : null;
    TargetFactors known = last == null ? TargetFactors.of(state.targets[i]) : last;
    return state.missed[i] == staleAfter ? known.stale() : known.unforced();
  }

  private static double distance(double[] from, double[] to) {
    double sum = 0;
    for (int i = 0; i < from.length; i++) {
      sum += Math.abs(to[i] - from[i]);
    }
    return sum;
  }

  private static double gross(double[] targets) {
    double sum = 0;
    for (double target : targets) {
      sum += Math.abs(target);
    }
    return sum;
  }
}
