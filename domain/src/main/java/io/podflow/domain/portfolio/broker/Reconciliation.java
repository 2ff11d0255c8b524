package io.podflow.domain.portfolio.broker;

import io.podflow.domain.execution.PositionReport;
import io.podflow.domain.execution.PositionSnapshot;
import io.podflow.domain.execution.Trade;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.portfolio.books.DecisionBuilder;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.position.Position;
import io.podflow.domain.position.Quantity;
import io.podflow.domain.settings.LiveSettings;
import io.podflow.domain.settings.ReconcilePolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Holds the books of the portfolio against what the exchange side says it holds. Afterwards four
 * things are known to agree, or the difference has been dealt with as configured: quantities,
 * average prices, profit, and the ids of open orders.
 */
public final class Reconciliation {

  /** Relative difference of quantities that is rounding. */
  private static final double ROUNDING = 1e-9;

  /** Relative difference of average prices, and of profit to equity, that is tolerated: 0.01 %. */
  private static final double TOLERANCE = 1e-4;

  private final ReconcilePolicy policy;
  private final long onItsWay;
  private final double initialCapital;

  /**
   * @param initialCapital quote currency
   */
  public Reconciliation(LiveSettings settings, double initialCapital) {
    this.policy = settings.reconcilePolicy();
    this.onItsWay = settings.orderTimeout().toMillis();
    this.initialCapital = initialCapital;
  }

  /** Compares at one time, after everything that happened up to it has been booked. */
  public void check(PortfolioState state, PositionSnapshot snapshot, DecisionBuilder builder) {
    Map<String, PositionReport> theirs = new HashMap<>();
    snapshot.positions().forEach(position -> theirs.put(position.symbol(), position));
    List<String> differences = new ArrayList<>();
    for (int s = 0; s < state.symbols.length; s++) {
      PositionReport report = theirs.remove(state.symbols[s]);
      comparePosition(state, s, report, differences);
    }
    theirs.values().stream()
        .filter(report -> !Quantity.isZero(report.quantity()))
        .forEach(
            report ->
                differences.add(
                    "%s: %s held there, and no pod trades it"
                        .formatted(report.symbol(), report.quantity())));
    compareOrders(state, snapshot, builder, differences);
    compareProfit(state, snapshot, differences);
    decide(state, snapshot, differences, builder);
  }

  private static void comparePosition(
      PortfolioState state, int s, @Nullable PositionReport report, List<String> differences) {
    Position ours = state.ledger.position(s);
    double quantity = report == null ? 0 : report.quantity();
    double most =
        Math.max(lastOrdered(state, s), Math.max(Math.abs(ours.quantity()), Math.abs(quantity)));
    if (Math.abs(ours.quantity() - quantity) > ROUNDING * most + Quantity.ZERO_BELOW) {
      differences.add(
          "%s: quantity %s (there: %s)".formatted(state.symbols[s], ours.quantity(), quantity));
    } else if (report != null
        && ours.quantity() != 0
        && !isNear(ours.averagePrice(), report.averagePrice())) {
      differences.add(
          "%s: average price %s (there: %s)"
              .formatted(state.symbols[s], ours.averagePrice(), report.averagePrice()));
    }
  }

  /** What is left when it is closed may be the rounding of what was traded. */
  private static double lastOrdered(PortfolioState state, int s) {
    Trade ended = state.exchange.ended[s];
    return ended == null ? 0 : Math.abs(ended.ordered());
  }

  private static boolean isNear(double ours, double theirs) {
    return Math.abs(ours - theirs) <= TOLERANCE * Math.max(Math.abs(ours), Math.abs(theirs));
  }

  /** An order may be on its way to them for as long as it may be open at all. */
  private void compareOrders(
      PortfolioState state,
      PositionSnapshot snapshot,
      DecisionBuilder builder,
      List<String> differences) {
    Set<String> ours = new HashSet<>();
    Set<String> awaited = new TreeSet<>();
    for (Trade trade : state.waiting) {
      if (trade != null && trade.hasOrder()) {
        ours.add(builder.orderId(trade));
        if (builder.time - trade.decidedAt() >= onItsWay) {
          awaited.add(builder.orderId(trade));
        }
      }
    }
    Set<String> theirs = new HashSet<>(snapshot.openOrders());
    awaited.stream()
        .filter(id -> !theirs.contains(id))
        .forEach(id -> differences.add("order " + id + ": open here, not there"));
    snapshot.openOrders().stream()
        .filter(id -> !ours.contains(id))
        .forEach(id -> differences.add("order " + id + ": open there, not here"));
  }

  /** Profit since the start but for funding, which the exchange side may book elsewhere. */
  private void compareProfit(
      PortfolioState state, PositionSnapshot snapshot, List<String> differences) {
    double theirs = 0;
    for (PositionReport report : snapshot.positions()) {
      int s = List.of(state.symbols).indexOf(report.symbol());
      double mark = s < 0 ? Double.NaN : state.ledger.marks[s];
      double open = report.quantity() == 0 ? 0 : report.quantity() * (mark - report.averagePrice());
      theirs += report.realizedPnl() + open;
    }
    double ours = state.ledger.equity() - initialCapital + state.exchange.fundingPaid;
    double most = TOLERANCE * Math.max(initialCapital, Math.abs(state.ledger.equity()));
    if (Math.abs(ours - theirs) > most) {
      differences.add("profit %s (there: %s)".formatted(ours, theirs));
    }
  }

  private void decide(
      PortfolioState state,
      PositionSnapshot snapshot,
      List<String> differences,
      DecisionBuilder builder) {
    String found = String.join("; ", differences);
    boolean isNew = !found.equals(state.exchange.difference);
    state.exchange.difference = found;
    if (policy == ReconcilePolicy.HALT) {
      state.exchange.halted = !differences.isEmpty();
    }
    if (policy == ReconcilePolicy.ADOPT) {
      Adoption.adopt(state, snapshot);
    }
    if (isNew && found.isEmpty()) {
      tell(Severity.INFO, "the books agree with the exchange side again", builder);
    } else if (isNew) {
      tell(Severity.CRITICAL, "the books differ from the exchange side" + then() + found, builder);
    }
  }

  private String then() {
    return switch (policy) {
      case REPORT -> ": ";
      case ADOPT -> ", its quantities are adopted: ";
      case HALT -> ", trading is halted: ";
    };
  }

  private static void tell(Severity severity, String message, DecisionBuilder builder) {
    builder.event(EventKind.ORDER, "", severity, message);
  }
}
