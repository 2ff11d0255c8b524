package io.podflow.domain.portfolio.books;

import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.layout.Removal;
import io.podflow.domain.settings.PodSettings;
import org.jspecify.annotations.Nullable;

/**
 * What pods hold in symbols that they do not trade: because the pod was removed, because it dropped
 * the symbol, or because the exchange side held it and nobody knew (requirements E1, E2). Such a
 * share is handed over to pods that trade the symbol (decision EX7), is closed, or stays, as {@code
 * on_removal} has it.
 */
public final class OrphanPositions {

  private static final int NOBODY = -1;

  private final PortfolioLayout layout;
  private final boolean[][] trades;
  private final int[] receivers;

  public OrphanPositions(PortfolioLayout layout) {
    this.layout = layout;
    this.trades = new boolean[layout.podCount()][layout.universe().size()];
    this.receivers = new int[layout.podCount()];
    for (int p = 0; p < trades.length; p++) {
      for (int s : layout.symbolsOf(p)) {
        trades[p][s] = true;
      }
      receivers[p] = layout.podIds().indexOf(layout.removal(p).receiver());
    }
  }

  /** Whether the pod trades the symbol. */
  public boolean trades(int pod, int symbol) {
    return trades[pod][symbol];
  }

  /** Whether the pod holds something in a symbol that it does not trade. */
  public boolean isOrphan(PortfolioState state, int pod, int symbol) {
    return !trades[pod][symbol] && state.ledger.quantities[pod][symbol] != 0;
  }

  /** Whether it stays as it is. */
  public boolean isKept(PortfolioState state, int pod, int symbol) {
    return isOrphan(state, pod, symbol) && layout.removal(pod).kind() == Removal.Kind.HOLD;
  }

  /** Whether nobody is left who trades the symbol. */
  public boolean isAbandoned(int symbol) {
    for (boolean[] pod : trades) {
      if (pod[symbol]) {
        return false;
      }
    }
    return true;
  }

  /**
   * What changes hands in a symbol, at whatever price the next fill or open has: signed quantity by
   * pod, 0 in sum; null when nothing does.
   */
  public double @Nullable [] handover(PortfolioState state, int symbol) {
    double[] changes = new double[state.pods.length];
    boolean any = false;
    for (int p = 0; p < changes.length; p++) {
      if (isOrphan(state, p, symbol) && layout.removal(p).kind() != Removal.Kind.HOLD) {
        any |= handOver(state, p, symbol, changes);
      }
    }
    return any ? changes : null;
  }

  private boolean handOver(PortfolioState state, int from, int symbol, double[] changes) {
    double[] parts = parts(state, from, symbol);
    double quantity = state.ledger.quantities[from][symbol];
    double given = 0;
    int last = NOBODY;
    for (int p = 0; p < parts.length; p++) {
      if (parts[p] > 0) {
        last = p;
      }
    }
    // The last one gets the rest, so that rounding leaves nothing behind.
    for (int p = 0; p < last; p++) {
      double part = quantity * parts[p];
      changes[p] += part;
      given += part;
    }
    if (last != NOBODY) {
      changes[last] += quantity - given;
      changes[from] -= quantity;
    }
    return last != NOBODY;
  }

  /** By pod, 1 in sum; all 0 when there is nobody to take it. */
  private double[] parts(PortfolioState state, int from, int symbol) {
    double[] parts = new double[state.pods.length];
    int receiver = receivers[from];
    if (receiver != NOBODY && mayTake(state, receiver, symbol)) {
      parts[receiver] = 1;
      return parts;
    }
    double sum = 0;
    for (int p = 0; p < parts.length; p++) {
      parts[p] = mayTake(state, p, symbol) ? Math.max(0, state.ledger.capital(p)) : 0;
      sum += parts[p];
    }
    for (int p = 0; p < parts.length; p++) {
      parts[p] = sum > 0 ? parts[p] / sum : 0;
    }
    return parts;
  }

  private boolean mayTake(PortfolioState state, int pod, int symbol) {
    return trades[pod][symbol] && state.isActive(pod);
  }

  /** Once per UTC day: what is held for nobody, so that it is not forgotten. */
  public void remind(PortfolioState state, DecisionBuilder builder) {
    for (int p = 0; p < state.pods.length; p++) {
      for (int s = 0; s < state.symbols.length; s++) {
        if (isKept(state, p, s)) {
          builder.event(
              EventKind.ORPHAN,
              state.pods[p],
              state.symbols[s],
              Severity.WARNING,
              "on_removal: hold: "
                  + state.ledger.quantities[p][s]
                  + " is held and nobody trades it for this pod");
        }
      }
    }
  }

  /** The capital of a pod that has departed and holds nothing more goes to the reserve (EX7). */
  public void release(PortfolioState state, DecisionBuilder builder) {
    for (int p = 0; p < state.pods.length; p++) {
      if (layout.hasDeparted(p) && !state.released[p] && isDone(state, p)) {
        state.released[p] = true;
        double capital = state.ledger.capital(p);
        state.ledger.setCapital(p, 0);
        builder.event(
            EventKind.ORPHAN,
            state.pods[p],
            "",
            Severity.INFO,
            "nothing is left of the removed pod; its capital, " + capital + ", is reserve");
      }
    }
  }

  private static boolean isDone(PortfolioState state, int pod) {
    for (int s = 0; s < state.symbols.length; s++) {
      if (state.ledger.quantities[pod][s] != 0
          || (state.waiting[s] != null && state.waiting[s].changes()[pod] != 0)) {
        return false;
      }
    }
    return true;
  }

  /** Tells what a pod leaves behind in symbols that it does not trade. */
  public void announce(PortfolioState state, int pod, DecisionBuilder builder) {
    PodSettings settings = layout.pod(pod);
    for (int s = 0; s < state.symbols.length; s++) {
      if (isOrphan(state, pod, s)) {
        builder.event(
            EventKind.ORPHAN,
            settings.podId(),
            state.symbols[s],
            Severity.WARNING,
            "leaves "
                + state.ledger.quantities[pod][s]
                + " behind; on_removal: "
                + layout.removal(pod));
      }
    }
  }
}
