package io.podflow.domain.portfolio.orders;

import io.podflow.domain.execution.OrderRequest;
import io.podflow.domain.execution.Why;
import io.podflow.domain.journal.Cause;
import io.podflow.domain.pod.CauseParts;
import io.podflow.domain.pod.Factors;
import io.podflow.domain.pod.TargetFactors;
import io.podflow.domain.portfolio.books.OrphanPositions;
import io.podflow.domain.portfolio.books.PodShare;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.position.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What the pods want to change in one symbol at one close, and why (decisions FP10, TR2, TR4).
 * Arrays are by pod, quantities signed and in the base asset.
 *
 * @param wanted quantity that is wanted, what is kept included
 * @param held quantity that is held, after handovers
 * @param onItsWay quantity that is decided and has not happened
 * @param kept quantity that stays whatever is wanted
 * @param changes quantity that is left to change
 * @param factors what each wanted quantity is the product of; null of a pod without a part in it
 * @param causes of each pod's change; null where there is none
 * @param cause of the net change; null when there is none
 */
public record SymbolChange(
    double[] wanted,
    double[] held,
    double[] onItsWay,
    double[] kept,
    double[] changes,
    @Nullable Factors[] factors,
    @Nullable Cause[] causes,
    @Nullable Cause cause) {

  public static SymbolChange of(
      PortfolioState state,
      OrphanPositions orphans,
      int s,
      NettedTargets targets,
      double @Nullable [] handover) {
    int pods = state.pods.length;
    double[] wanted = targets.quantities(s, state.ledger.marks[s]);
    double[] held = new double[pods];
    double[] onItsWay = new double[pods];
    double[] kept = new double[pods];
    double[] changes = new double[pods];
    @Nullable Factors[] factors = new Factors[pods];
    @Nullable Cause[] causes = new Cause[pods];
    CauseParts sums = new CauseParts();
    for (int p = 0; p < pods; p++) {
      double handed = handover == null ? 0 : handover[p];
      held[p] = state.ledger.quantities[p][s] + handed;
      onItsWay[p] = ForcedChanges.onItsWay(state, p, s);
      kept[p] = targets.kept()[p][s];
      double expected = held[p] + onItsWay[p];
      double largest = Math.max(state.ledger.largest[p][s], Quantity.largest(wanted[p], held[p]));
      changes[p] = Quantity.orZero(wanted[p] - expected, largest);
      causes[p] = handed == 0 ? null : Cause.ORPHAN;
      if (expected == 0 && wanted[p] == 0 && !orphans.trades(p, s)) {
        continue;
      }
      Factors now = targets.factors(state, p, s);
      factors[p] = now;
      Cause whole = replacement(state, orphans, p, s, handed);
      CauseParts parts =
          whole == null
              ? parts(state, p, s, now, expected, wanted[p])
              : CauseParts.all(whole, wanted[p] - expected);
      sums.add(parts);
      causes[p] = handed == 0 ? parts.leading(changes[p]) : Cause.ORPHAN;
    }
    SymbolChange change =
        new SymbolChange(wanted, held, onItsWay, kept, changes, factors, causes, null);
    return new SymbolChange(
        wanted, held, onItsWay, kept, changes, factors, causes, sums.leading(change.net()));
  }

  /** What stands for all causes of a pod's change; null when nothing does. */
  private static @Nullable Cause replacement(
      PortfolioState state, OrphanPositions orphans, int p, int s, double handed) {
    if (orphans.isOrphan(state, p, s) || handed != 0) {
      return Cause.ORPHAN;
    }
    TargetFactors standing = state.shares[p][s].standing;
    if (standing != null && standing.ruined()) {
      return Cause.LIFECYCLE;
    }
    if (standing != null && standing.gone()) {
      return Cause.STALE;
    }
    return state.shares[p][s].adopted ? Cause.RECONCILE : null;
  }

  private static CauseParts parts(
      PortfolioState state, int p, int s, Factors now, double expected, double wanted) {
    PodShare memory = state.shares[p][s];
    TargetFactors flags = memory.standing;
    return CauseParts.of(
        memory.brought,
        now,
        flags == null ? TargetFactors.of(state.targets[p][s]) : flags,
        !state.isActive(p),
        expected,
        wanted,
        memory.cause);
  }

  /** Whether the position is to shrink: the whole of it, what is kept included. */
  public boolean shrinks() {
    return LimitBreach.shrinks(sum(wanted), sum(held));
  }

  /** The sum of what is wanted, without what is kept. */
  double netWanted() {
    return sum(wanted) - sum(kept);
  }

  /** The sum of what is held, without what is kept. */
  double netHeld() {
    return sum(held) - sum(kept);
  }

  double netOnItsWay() {
    return sum(onItsWay);
  }

  /** Size of the largest quantity that plays a part. */
  public double largest() {
    return Math.max(Quantity.largest(wanted), Quantity.largest(held));
  }

  private double net() {
    return Quantity.orZero(netWanted() - netHeld() - netOnItsWay(), largest());
  }

  /** Why a trade of these changes is done. */
  Why why(boolean forced, OrderRequest request) {
    return new Why(cause == null ? Cause.DRIFT : cause, causes, forced, request.band());
  }

  String label() {
    return cause == null ? "" : cause.label();
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
