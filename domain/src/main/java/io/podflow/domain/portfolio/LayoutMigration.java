package io.podflow.domain.portfolio;

import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.portfolio.books.DecisionBuilder;
import io.podflow.domain.portfolio.books.OrphanPositions;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.portfolio.day.PodLifecycles;
import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.settings.PodSettings;
import java.util.Arrays;
import java.util.List;

/**
 * Brings a portfolio's state to the configuration that holds from a close on: pods and symbols that
 * are new are added behind those that were there, and pods that are gone stop trading, for good:
 * one that is to come back needs another id. What was held stays where it is; {@link
 * OrphanPositions} sees to it.
 */
final class LayoutMigration {

  private final PortfolioLayout layout;
  private final PodLifecycles lives;
  private final OrphanPositions orphans;

  LayoutMigration(PortfolioLayout layout, PodLifecycles lives, OrphanPositions orphans) {
    this.layout = layout;
    this.lives = lives;
    this.orphans = orphans;
  }

  /**
   * Before anything else at a close.
   *
   * @throws IllegalStateException if the state is of other pods or symbols than those that came
   *     before this configuration, or a pod is back
   */
  void apply(PortfolioState state, DecisionBuilder builder) {
    requireBegunBy(state.pods, layout.podIds(), "pods");
    requireBegunBy(state.symbols, layout.universe().symbols(), "symbols");
    int before = state.pods.length;
    if (before < layout.podCount() || state.symbols.length < layout.universe().size()) {
      state.grow(layout, p -> lives.begin(layout, p));
    }
    for (int p = 0; p < layout.podCount(); p++) {
      if (p >= before) {
        enter(state, p, builder);
      } else if (layout.hasDeparted(p) && !state.departed[p]) {
        leave(state, p, builder);
      } else if (!layout.hasDeparted(p) && state.departed[p]) {
        throw new IllegalStateException(
            "pod " + state.pods[p] + " was removed before (expected: another id)");
      }
      dropSymbols(state, p, builder);
    }
    for (int s = 0; s < state.symbols.length; s++) {
      state.adx[s] = orphans.isAbandoned(s) ? Double.NaN : state.adx[s];
    }
  }

  private void enter(PortfolioState state, int p, DecisionBuilder builder) {
    if (layout.hasDeparted(p)) {
      state.departed[p] = true;
      state.released[p] = true;
      return;
    }
    PodSettings pod = layout.pod(p);
    double granted = granted(state, pod);
    if (granted > 0) {
      state.ledger.setCapital(p, granted);
      state.fractions[p] = granted / state.ledger.equity();
    }
    state.rebalanceDue = true;
    builder.event(
        EventKind.CONFIG,
        pod.podId(),
        "",
        Severity.INFO,
        "the pod is new; starts in " + pod.initialState() + " with " + granted);
  }

  /** What a new pod gets of the reserve; whose equity is used up gives nothing. */
  private static double granted(PortfolioState state, PodSettings pod) {
    if (state.ruined || !pod.initialState().isActive()) {
      return 0;
    }
    double wanted = pod.initialFraction() * state.ledger.equity();
    return Math.max(0, Math.min(wanted, state.ledger.reserve));
  }

  private void leave(PortfolioState state, int p, DecisionBuilder builder) {
    LifecycleState was = state.lives[p].state;
    state.departed[p] = true;
    state.released[p] = false;
    state.lives[p].state = LifecycleState.RETIRED;
    state.fractions[p] = 0;
    state.detectorScores[p] = Double.NaN;
    Arrays.fill(state.targets[p], 0);
    state.rebalanceDue = true;
    builder.change(
        EventKind.CONFIG,
        state.pods[p],
        was.name(),
        LifecycleState.RETIRED.name(),
        Severity.WARNING,
        "the pod is no longer configured");
    orphans.announce(state, p, builder);
  }

  /** Targets of symbols that a pod has dropped would otherwise stand for ever. */
  private void dropSymbols(PortfolioState state, int p, DecisionBuilder builder) {
    for (int s = 0; s < state.symbols.length; s++) {
      if (state.targets[p][s] != 0 && !layout.trades(p, s)) {
        state.targets[p][s] = 0;
        if (orphans.isOrphan(state, p, s)) {
          orphans.announce(state, p, builder);
        }
      }
    }
  }

  private static void requireBegunBy(String[] inState, List<String> configured, String what) {
    List<String> known = List.of(inState);
    if (known.size() > configured.size() || !known.equals(configured.subList(0, known.size()))) {
      throw new IllegalStateException(
          "portfolio state has "
              + what
              + " "
              + known
              + " (expected, by the configuration and those before it: "
              + configured
              + ")");
    }
  }
}
