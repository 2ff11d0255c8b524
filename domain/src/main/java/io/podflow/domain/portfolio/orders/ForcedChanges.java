package io.podflow.domain.portfolio.orders;

import io.podflow.domain.execution.Trade;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.books.OrphanPositions;
import io.podflow.domain.portfolio.books.PodShare;
import io.podflow.domain.portfolio.books.PortfolioState;
import org.jspecify.annotations.Nullable;

/**
 * Which changes have to be followed at once (decision TR2): by a stop or an exclusion that a pod
 * has told, because the pod is retired, because nobody trades for it any more, and while the risk
 * layer holds everything at 0. A change stays forced until the share is what it was to be.
 */
public final class ForcedChanges {

  private final PortfolioLayout layout;
  private final OrphanPositions orphans;

  public ForcedChanges(PortfolioLayout layout, OrphanPositions orphans) {
    this.layout = layout;
    this.orphans = orphans;
  }

  /** What the pods of this close have told. */
  public void take(PortfolioState state, @Nullable PodDecision[] decisions) {
    for (int p = 0; p < decisions.length; p++) {
      PodDecision decision = decisions[p];
      if (decision != null) {
        int[] symbols = layout.symbolsOf(p);
        for (int i = 0; i < symbols.length; i++) {
          PodShare memory = state.shares[p][symbols[i]];
          if (decision.present()[i] || decision.factors()[i].forced()) {
            memory.standing = decision.factors()[i];
          }
          if (decision.factors()[i].forced()) {
            force(state, p, symbols[i]);
          }
        }
      }
    }
  }

  /** Everything that is held has to go, but for what is kept. */
  public void takeAll(PortfolioState state) {
    for (int p = 0; p < state.pods.length; p++) {
      for (int s = 0; s < state.symbols.length; s++) {
        if (!orphans.isKept(state, p, s)) {
          force(state, p, s);
        }
      }
    }
  }

  private static void force(PortfolioState state, int p, int s) {
    double share = state.ledger.quantities[p][s];
    state.shares[p][s].force(share == 0 ? onItsWay(state, p, s) : share);
  }

  /** What is decided of the pod's share and has not happened. */
  static double onItsWay(PortfolioState state, int p, int s) {
    Trade trade = state.waiting[s];
    return trade == null ? 0 : trade.changes()[p];
  }

  /** Whether it is worth asking {@link #isForced}. */
  boolean mayBeForced(PortfolioState state, int p, int s) {
    return state.shares[p][s].forcedFrom != 0
        || (state.ledger.quantities[p][s] != 0
            && (!state.isActive(p) || orphans.isOrphan(state, p, s)));
  }

  /**
   * Whether the pod's share has to become what is wanted at once.
   *
   * @param wanted signed quantity
   */
  boolean isForced(PortfolioState state, int p, int s, double wanted) {
    return takes(state, p, s)
        && state.shares[p][s].isForced(
            wanted,
            state.ledger.quantities[p][s] + onItsWay(state, p, s),
            state.ledger.quantities[p][s],
            state.ledger.largest[p][s]);
  }

  /**
   * The same before capital is shared, when what is wanted is not final: nothing is ended by it.
   */
  boolean staysForced(PortfolioState state, int p, int s, double wanted) {
    return takes(state, p, s)
        && state.shares[p][s].staysForced(
            wanted,
            state.ledger.quantities[p][s] + onItsWay(state, p, s),
            state.ledger.quantities[p][s],
            state.ledger.largest[p][s]);
  }

  /**
   * Whether the share may be forced at all; retirement and a lost owner force it at every close.
   */
  private boolean takes(PortfolioState state, int p, int s) {
    boolean orphan = orphans.isOrphan(state, p, s);
    if (orphan && orphans.isKept(state, p, s)) {
      return false;
    }
    if (orphan || !state.isActive(p)) {
      force(state, p, s);
    }
    return true;
  }
}
