package io.podflow.domain.pod;

import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.journal.Event;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.FundingRate;
import io.podflow.domain.market.FundingRecords;
import io.podflow.domain.market.Jumps;
import io.podflow.domain.metrics.ReturnWindow;
import io.podflow.domain.selection.SelectorState;
import io.podflow.domain.settings.AssetAllocationSettings;
import io.podflow.domain.settings.DecisionRows;
import io.podflow.domain.settings.OrchestratorSettings;
import io.podflow.domain.settings.PodSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pod at one close of its timeframe: account, selector, allocator, targets, in that order
 * (requirements B12, C1, C2; docs/decisions.md, "Bars and time").
 */
public final class PodStep {

  private static final double[] NO_ADX = {};

  private final int pod;
  private final DecisionRows written;
  private final PodSettings settings;
  private final boolean asksForAdx;
  private final PodLayoutMigration migration;
  private final AccountStep account;
  private final Presence presence;
  private final DataEvents dataEvents;
  private final Protection protection;
  private final HaltedSymbols haltedSymbols;
  private final SelectionStep selection;
  private final @Nullable AllocationStep allocation;
  private final TargetStep targets;

  /**
   * Without funding.
   *
   * @param pod index of the pod in the layout
   */
  public PodStep(PortfolioLayout layout, int pod) {
    this(layout, pod, FundingDue.NEVER);
  }

  /**
   * @param pod index of the pod in the layout
   * @param rates what the ledger's positions pay, too
   */
  public PodStep(PortfolioLayout layout, int pod, FundingDue rates) {
    this(layout, pod, rates, DecisionRows.ALL);
  }

  /**
   * @param pod index of the pod in the layout
   * @param rates what the ledger's positions pay, too
   * @param written the rows that are written down
   */
  public PodStep(PortfolioLayout layout, int pod, FundingDue rates, DecisionRows written) {
    OrchestratorSettings portfolio = layout.settings();
    this.pod = pod;
    this.written = written;
    this.settings = layout.pod(pod);
    AssetAllocationSettings shares = settings.assetAllocation();
    this.asksForAdx = portfolio.cashBuffer() != null;
    this.migration = new PodLayoutMigration(settings, Presence.historyReturns(settings));
    this.account = new AccountStep(settings, portfolio.costRate(), new PodFunding(rates, settings));
    this.presence = new Presence(settings, portfolio.staleAfterBars());
    this.dataEvents = new DataEvents(layout, pod);
    this.protection = new Protection(settings);
    this.haltedSymbols = new HaltedSymbols(settings);
    this.selection = new SelectionStep(settings);
    this.allocation = shares == null ? null : new AllocationStep(shares, portfolio, presence);
    this.targets = new TargetStep(settings, haltedSymbols, presence);
  }

  /** The state of a pod that has seen no bar. */
  public PodState initialState() {
    int n = settings.symbols().size();
    int rampSteps = settings.scoring().rampSteps();
    int historyReturns = Presence.historyReturns(settings);
    PodState state = new PodState();
    state.symbols = settings.symbols().toArray(String[]::new);
    state.machines = new SelectorState[n];
    Arrays.fill(state.machines, SelectorState.initial(rampSteps));
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
    migration.apply(state);
    Snapshot now = Snapshot.of(updates);
    presence.feedWindows(state, now);
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
    PodLayoutMigration.Change change = migration.apply(state);
    AssetNews news = AssetNews.before(state, written);
    List<Event> events = new ArrayList<>();
    Snapshot now = Snapshot.of(updates);
    DayReport day = account.account(state, now, closeTime, events);
    presence.feedWindows(state, now);
    dataEvents.onClose(state, now, closeTime, updates, events);
    double[] before = state.targets.clone();
    presence.dropStale(state, closeTime, events);
    boolean[] heldAtZero = protection.heldAtZero(state.held, now, closeTime, events);
    haltedSymbols.observe(state, now, closeTime, events);
    Selection selected = selection.select(state, now, change, closeTime, events);
    if (allocation != null) {
      allocation.allocate(state, now);
    }
    boolean[] excluded = Exclusions.atOnce(selected.moved());
    TargetFactors[] factors = targets.aim(state, now, heldAtZero, excluded);
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
        presence.allExcluded(state),
        gross(state.targets),
        day,
        AssetRows.of(
            settings,
            state,
            now,
            selected,
            causes,
            news.at(state.targets, selected.moved()),
            closeTime),
        events,
        factors);
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
