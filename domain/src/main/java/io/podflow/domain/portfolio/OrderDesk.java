package io.podflow.domain.portfolio;

import io.podflow.domain.execution.Crossing;
import io.podflow.domain.execution.OrderReason;
import io.podflow.domain.execution.Trade;
import io.podflow.domain.netting.Deltas;
import io.podflow.domain.position.Quantity;
import io.podflow.domain.settings.Roster;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Turns wanted quantities into trades (decisions EX1, FP7, FP10, FP21): the pods' opposite changes
 * cross, the rest is sent unless it is too small, and a close to zero is always sent.
 */
final class OrderDesk {

  /** Share of equity below which a cross alone is not worth a booking (FP10). */
  private static final double SMALLEST_CROSS = 1e-9;

  /** A change that equals its threshold on paper is not below it, whatever rounding says. */
  private static final double TOLERANCE = 1e-12;

  private final OrphanShares orphans;
  private final double minNotional;
  private final double[] thresholds;

  OrderDesk(Roster roster, OrphanShares orphans) {
    this.orphans = orphans;
    this.minNotional = roster.settings().minNotional();
    this.thresholds = new double[roster.universe().size()];
    Arrays.fill(thresholds, Double.POSITIVE_INFINITY);
    for (int p = 0; p < roster.podCount(); p++) {
      for (int s : roster.symbolsOf(p)) {
        thresholds[s] = Math.min(thresholds[s], roster.pod(p).rebalanceThreshold());
      }
    }
  }

  /**
   * The trade that takes the symbol to its targets, or null when there is nothing to do. What
   * orphan shares hand over happens first, whether or not anything else does.
   */
  @Nullable Trade trade(long time, int symbol, NettedTargets targets, PortfolioState state) {
    double[] handover = orphans.handover(state, symbol);
    Trade trade = trade(time, symbol, targets, state, handover);
    if (handover == null) {
      return trade;
    }
    return trade == null
        ? Trade.handover(symbol, time, state.ledger.marks[symbol], handover)
        : trade.after(handover);
  }

  private @Nullable Trade trade(
      long time,
      int symbol,
      NettedTargets targets,
      PortfolioState state,
      double @Nullable [] handover) {
    Ledger ledger = state.ledger;
    double price = ledger.marks[symbol];
    double[] wanted = targets.quantities(symbol, price);
    double[] changes = changes(wanted, ledger, symbol, handover);
    Crossing crossing = Crossing.of(changes);
    boolean closes = Quantity.isZero(Arrays.stream(wanted).sum()) && ledger.quantity(symbol) != 0;
    boolean orphaned = orphans.closes(state, symbol, handover);
    boolean sends = Quantity.orZero(crossing.net()) != 0;
    if (closes
        || (orphaned && sends)
        || isWorthSending(symbol, Quantity.orZero(crossing.net()) * price, targets.equity())) {
      OrderReason reason = closes ? OrderReason.CLOSE : OrderReason.TARGET;
      return Trade.whole(
          symbol,
          time,
          orphaned && orphans.isAbandoned(symbol) ? OrderReason.ORPHAN : reason,
          price,
          changes,
          crossing);
    }
    boolean crosses =
        crossing.volume() > 0 && crossing.volume() * price >= SMALLEST_CROSS * targets.equity();
    return crosses ? Trade.crossOnly(symbol, time, price, crossing) : null;
  }

  private static double[] changes(
      double[] wanted, Ledger ledger, int symbol, double @Nullable [] handover) {
    double[] held = new double[wanted.length];
    for (int p = 0; p < held.length; p++) {
      held[p] = ledger.quantities[p][symbol] + (handover == null ? 0 : handover[p]);
    }
    double[] changes = Deltas.of(wanted, held);
    for (int p = 0; p < changes.length; p++) {
      changes[p] = Quantity.orZero(changes[p]);
    }
    return changes;
  }

  private boolean isWorthSending(int symbol, double signedNotional, double equity) {
    double notional = Math.abs(signedNotional);
    return notional > 0
        && notional >= (thresholds[symbol] - TOLERANCE) * equity
        && notional >= minNotional * (1 - TOLERANCE);
  }
}
