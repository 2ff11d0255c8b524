package io.podflow.domain.portfolio.orders;

import io.podflow.domain.execution.Crossing;
import io.podflow.domain.execution.OrderRequest;
import io.podflow.domain.execution.OrderRule;
import io.podflow.domain.execution.OrderVerdict;
import io.podflow.domain.execution.Trade;
import io.podflow.domain.journal.UnsentRow;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.pod.Factors;
import io.podflow.domain.portfolio.books.DecisionBuilder;
import io.podflow.domain.portfolio.books.OrphanPositions;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.portfolio.broker.Broker;
import io.podflow.domain.position.Quantity;
import io.podflow.domain.settings.OrchestratorSettings;
import io.podflow.domain.settings.UnsentRows;
import org.jspecify.annotations.Nullable;

/**
 * Turns wanted quantities of one symbol into a trade or a refusal (decisions EX1, FP10, TR1, TR2,
 * TR4): the pods' opposite changes cross, and the {@link OrderRule}s say whether the rest is sent.
 */
public final class OrderSizer {

  /** No instrument records give lots yet. */
  private static final double NO_LOT = 0;

  private final PortfolioLayout layout;
  private final OrphanPositions orphans;
  private final ForcedChanges forcedChanges;
  private final Broker broker;
  private final boolean tellsAll;

  public OrderSizer(
      PortfolioLayout layout,
      OrphanPositions orphans,
      ForcedChanges forcedChanges,
      Broker broker,
      UnsentRows told) {
    this.layout = layout;
    this.orphans = orphans;
    this.forcedChanges = forcedChanges;
    this.broker = broker;
    this.tellsAll = told == UnsentRows.ALL;
  }

  /**
   * What is known of a symbol at a close or tick.
   *
   * @param bar whether a pod saw a bar of it
   * @param price whether the bar that it fills on is there, too
   * @param limitBroken whether what is held breaks a limit by so much that it has to shrink
   */
  public record Occasion(boolean bar, boolean price, boolean limitBroken) {

    /** A reconciliation between two closes: the last close was a bar's. */
    static final Occasion TICK = new Occasion(true, true, false);

    /** Whether something can be decided for an open that is to come. */
    boolean trades() {
      return bar && price;
    }
  }

  /** Decides a symbol. */
  public void decide(
      PortfolioState state,
      int s,
      NettedTargets targets,
      Occasion occasion,
      boolean isTick,
      DecisionBuilder builder) {
    boolean waits = state.waiting[s] != null;
    double[] handover = waits || !occasion.trades() ? null : orphans.handover(state, s);
    SymbolChange change = SymbolChange.of(state, orphans, s, targets, handover);
    boolean forced = isForced(state, s, change, occasion);
    OrderRequest request = request(state, s, targets, change, forced, occasion);
    OrderVerdict verdict = OrderVerdict.of(request);
    if (verdict.isTold(request, tellsAll)) {
      builder.unsent.add(unsent(builder.time, state.symbols[s], request, change, verdict));
    }
    Trade trade =
        waits ? null : trade(builder.time, s, change, handover, request, verdict, occasion);
    // What pods would only exchange among themselves waits for a close: a tick has no price for it.
    if (isTick && trade != null && !trade.hasOrder()) {
      trade = null;
    }
    if (!isTick || trade != null) {
      tell(state, s, targets, occasion, waits, change, builder);
    }
    if (trade != null) {
      broker.place(state, trade, builder);
    }
    remember(state, s, change, waits);
    OrderRule rule = verdict.refusedBy();
    if (rule != null && occasion.bar()) {
      broker.refused(state, s, rule, forced, isTick, builder);
    }
  }

  /** A symbol is told where a pod saw it, or where something of it is on its way. */
  private static void tell(
      PortfolioState state,
      int s,
      NettedTargets targets,
      Occasion occasion,
      boolean waits,
      SymbolChange change,
      DecisionBuilder builder) {
    if (occasion.bar() || waits) {
      builder.targets.add(
          targets.row(builder.time, s, state.symbols[s], state.ledger.marks[s], change.label()));
      state.followed[s] = targets.followed(s);
    }
  }

  private boolean isForced(PortfolioState state, int s, SymbolChange change, Occasion occasion) {
    boolean forced = false;
    for (int p = 0; p < state.pods.length; p++) {
      // An orphan's share that is handed over is no change: a handover forces no order.
      forced |= forcedChanges.isForced(state, p, s, change.wanted()[p]) && change.changes()[p] != 0;
    }
    return forced || (occasion.limitBroken() && change.shrinks());
  }

  private OrderRequest request(
      PortfolioState state,
      int s,
      NettedTargets targets,
      SymbolChange change,
      boolean forced,
      Occasion occasion) {
    OrchestratorSettings settings = layout.settings();
    return new OrderRequest(
        change.netWanted(),
        change.netHeld(),
        change.netOnItsWay(),
        change.largest(),
        change.cause(),
        forced,
        threshold(state, s),
        targets.equity(),
        state.ledger.marks[s],
        settings.minOrder(),
        settings.minNotional(),
        NO_LOT,
        occasion.bar(),
        state.waiting[s] != null || (occasion.bar() && !occasion.price()),
        broker.exchange(state, s),
        broker.halted(state));
  }

  /** The smallest of the pods that trade it; 0 when none is left. */
  private double threshold(PortfolioState state, int s) {
    double threshold = Double.POSITIVE_INFINITY;
    for (int p = 0; p < state.pods.length; p++) {
      if (layout.trades(p, s) && state.isActive(p)) {
        threshold = Math.min(threshold, layout.pod(p).rebalanceThreshold());
      }
    }
    return threshold == Double.POSITIVE_INFINITY ? 0 : threshold;
  }

  private static UnsentRow unsent(
      long time, String symbol, OrderRequest request, SymbolChange change, OrderVerdict verdict) {
    OrderRule rule = verdict.refusedBy();
    return new UnsentRow(
        time,
        symbol,
        request.wanted(),
        request.position(),
        request.onItsWay(),
        change.label(),
        rule == null ? "" : rule.label(),
        verdict.limit());
  }

  /** The order with what crosses beside it, or what crosses alone, after what changes hands. */
  private static @Nullable Trade trade(
      long time,
      int s,
      SymbolChange change,
      double @Nullable [] handover,
      OrderRequest request,
      OrderVerdict verdict,
      Occasion occasion) {
    double price = request.close();
    Crossing crossing = Crossing.of(change.changes());
    if (verdict.order() != 0) {
      Trade whole =
          Trade.whole(
              s, time, change.why(request.forced(), request), price, change.changes(), crossing);
      Trade trade = request.lot() == 0 ? whole : whole.sending(verdict.order());
      return handover == null ? trade : trade.after(handover);
    }
    boolean crosses =
        occasion.trades()
            && crossing.volume() > 0
            && !Quantity.isDust(crossing.volume() * price, request.equity());
    if (!crosses && handover == null) {
      return null;
    }
    double[] hands = crosses ? crossing.crossed() : new double[change.changes().length];
    Trade alone = Trade.crossOnly(s, time, change.why(false, request), price, hands);
    return handover == null ? alone : alone.after(handover);
  }

  /** Remembers what each share was brought to, where nothing of it is missing any more. */
  private static void remember(PortfolioState state, int s, SymbolChange change, boolean waited) {
    for (int p = 0; p < state.pods.length && !waited; p++) {
      double expected = state.ledger.quantities[p][s] + ForcedChanges.onItsWay(state, p, s);
      double largest =
          Math.max(state.ledger.largest[p][s], Quantity.largest(change.wanted()[p], expected));
      Factors factors = change.factors()[p];
      if (factors != null && Quantity.isZero(change.wanted()[p] - expected, largest)) {
        state.shares[p][s].bring(factors, change.causes()[p]);
      }
    }
  }
}
