package io.podflow.domain.portfolio.books;

import io.podflow.api.Bar;
import io.podflow.domain.execution.Execution;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.execution.OrderStatus;
import io.podflow.domain.execution.Trade;
import io.podflow.domain.execution.TradeRows;
import io.podflow.domain.execution.TradedValues;
import io.podflow.domain.journal.AllocationRow;
import io.podflow.domain.journal.BenchmarkRow;
import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.FillRow;
import io.podflow.domain.journal.MonitorRow;
import io.podflow.domain.journal.OrderRow;
import io.podflow.domain.journal.PodFillRow;
import io.podflow.domain.journal.PodRow;
import io.podflow.domain.journal.PositionRow;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.journal.TargetRow;
import io.podflow.domain.journal.UnsentRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of one close or tick while they are written, and what its fills came to. */
public final class DecisionBuilder {

  /** Why an order expires of whose symbol no bar comes any more. */
  public static final String NO_OPEN = "no open came for it";

  public final long time;
  public final List<PodRow> pods = new ArrayList<>();
  public final List<AllocationRow> allocations = new ArrayList<>();
  public final List<TargetRow> targets = new ArrayList<>();
  final List<PositionRow> positions = new ArrayList<>();
  public final List<EquityRow> equity = new ArrayList<>();
  public final List<MonitorRow> monitors = new ArrayList<>();
  final List<BenchmarkRow> benchmarks = new ArrayList<>();
  public final List<UnsentRow> unsent = new ArrayList<>();
  private final List<OrderRow> orders = new ArrayList<>();
  private final List<FillRow> fills = new ArrayList<>();
  private final List<PodFillRow> podFills = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private final List<OrderCommand> commands = new ArrayList<>();

  private final TradeRows tradeRows;
  private final @Nullable Bar[] bars;

  /** Price of the last fill of this close, by order. */
  private final Map<String, Double> prices = new HashMap<>();

  private double costs;
  private double notional;
  private double funding;

  /**
   * @param bars by universe index, those that close now
   */
  public DecisionBuilder(long time, TradeRows tradeRows, @Nullable Bar[] bars) {
    this.time = time;
    this.tradeRows = tradeRows;
    this.bars = bars;
  }

  /** All that was open of a trade has happened. */
  public void executed(Execution execution) {
    filled(execution);
    if (execution.trade().hasOrder()) {
      ended(execution.trade(), OrderStatus.FILLED);
    }
  }

  /** A trade, or a part of one, has happened. */
  public void filled(Execution execution) {
    if (execution.trade().hasOrder()) {
      fills.add(tradeRows.fill(execution));
      prices.put(tradeRows.orderId(execution.trade()), execution.price());
    }
    podFills.addAll(tradeRows.podFills(execution));
    costs += execution.cost();
    notional += execution.notional();
  }

  /** Nothing is open any more of the order of {@code trade}. */
  public void ended(Trade trade, OrderStatus status) {
    orders.add(tradeRows.order(trade, status, volumeShare(trade)));
  }

  /**
   * The order's value over what was traded in the bar in whose open it was filled; NaN where there
   * is no such bar, or nothing was traded in it.
   */
  private double volumeShare(Trade trade) {
    Double price = prices.get(tradeRows.orderId(trade));
    Bar bar = trade.symbol() < bars.length ? bars[trade.symbol()] : null;
    if (price == null || bar == null || trade.decidedAt() == time) {
      return Double.NaN;
    }
    double traded = TradedValues.of(bar);
    return traded > 0 ? Math.abs(trade.ordered()) * price / traded : Double.NaN;
  }

  public String orderId(Trade trade) {
    return tradeRows.orderId(trade);
  }

  public void command(OrderCommand command) {
    commands.add(command);
  }

  /** A trade that never saw an open. Without an order nobody outside was told: no trace. */
  public void expired(Trade trade, String symbol, String why) {
    if (trade.hasOrder()) {
      ended(trade, OrderStatus.EXPIRED);
      event(
          EventKind.ORDER,
          symbol,
          Severity.WARNING,
          "order " + tradeRows.orderId(trade) + " expired: " + why);
    }
  }

  public void event(EventKind kind, String symbol, Severity severity, String message) {
    event(kind, "", symbol, severity, message);
  }

  public void event(EventKind kind, String pod, String symbol, Severity severity, String message) {
    events.add(new Event(time, kind, pod, symbol, "", "", severity, message));
  }

  public void change(
      EventKind kind, String pod, String from, String to, Severity severity, String message) {
    events.add(new Event(time, kind, pod, "", from, to, severity, message));
  }

  void funded(double amount) {
    funding += amount;
  }

  /** Funding paid at this close, quote currency; negative when received. */
  public double funding() {
    return funding;
  }

  /** Fee, slippage and impact of this close's fills, quote currency. */
  double costs() {
    return costs;
  }

  /** Σ|notional| of this close's fills, quote currency; crosses are not in it. */
  double notional() {
    return notional;
  }

  /** Whether nothing has happened that anybody would look for in the books. */
  public boolean isBlank() {
    return orders.isEmpty() && podFills.isEmpty() && events.isEmpty() && targets.isEmpty();
  }

  public PortfolioDecision decision() {
    return new PortfolioDecision(
        time,
        List.copyOf(pods),
        List.copyOf(allocations),
        List.copyOf(targets),
        List.copyOf(orders),
        List.copyOf(fills),
        List.copyOf(podFills),
        List.copyOf(positions),
        List.copyOf(equity),
        List.copyOf(monitors),
        List.copyOf(events),
        List.copyOf(commands),
        List.copyOf(benchmarks),
        List.copyOf(unsent));
  }
}
