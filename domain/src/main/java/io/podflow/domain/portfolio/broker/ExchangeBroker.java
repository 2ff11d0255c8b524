package io.podflow.domain.portfolio.broker;

import io.podflow.api.Bar;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.Execution;
import io.podflow.domain.execution.OrderAccess;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.execution.OrderReason;
import io.podflow.domain.execution.OrderRule;
import io.podflow.domain.execution.Trade;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.portfolio.books.DecisionBuilder;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.position.Quantity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends orders to the exchange side and books what it reports of them (decisions EX5 and FP25,
 * requirements E3 and E4). An order that was sent stays open here until the exchange side has said
 * how it ended, and while it is open no second one is sent for its symbol: so a position can never
 * pass zero by two orders for the same change.
 */
final class ExchangeBroker implements Broker {

  /** An order is the sum of the pods' parts: what it may differ from the position by relatively. */
  private static final double ROUNDING = 1e-9;

  private final long orderTimeout;

  /**
   * @param orderTimeout age at which what is still open of an order is taken back
   */
  ExchangeBroker(Duration orderTimeout) {
    this.orderTimeout = orderTimeout.toMillis();
  }

  /** Symbol by symbol, as on paper, so that money is summed in the same order. */
  @Override
  public void settle(
      PortfolioState state,
      @Nullable Bar[] bars,
      List<ExchangeReport> reports,
      DecisionBuilder builder) {
    List<ExchangeReport> others = new ArrayList<>(reports);
    for (int s = 0; s < bars.length; s++) {
      Trade trade = state.waiting[s];
      if (trade != null && trade.hasOrder()) {
        List<String> orderIds = orderIds(trade, state.exchange.ended[s], builder);
        reports.stream()
            .filter(report -> orderIds.contains(report.orderId()))
            .forEach(report -> OrderReports.take(state, report, builder));
        others.removeIf(report -> orderIds.contains(report.orderId()));
      } else if (trade != null && bars[s] != null) {
        cross(state, trade, bars[s], builder);
      }
    }
    others.forEach(report -> note(state, report, builder));
  }

  /**
   * A fill that comes late for the order before counts before this one ends and takes its place.
   */
  private static List<String> orderIds(Trade open, @Nullable Trade ended, DecisionBuilder builder) {
    String orderId = builder.orderId(open);
    return ended == null ? List.of(orderId) : List.of(orderId, builder.orderId(ended));
  }

  /** What pods only exchange among themselves needs no exchange, but a price. */
  private static void cross(PortfolioState state, Trade trade, Bar bar, DecisionBuilder builder) {
    Execution execution = new Execution(trade, builder.time, bar.open(), 0, 0, "");
    state.waiting[trade.symbol()] = null;
    state.book(execution);
    builder.executed(execution);
  }

  private static void note(PortfolioState state, ExchangeReport report, DecisionBuilder builder) {
    switch (report.kind()) {
      case HEARTBEAT -> state.exchange.takesOrders = report.takesOrders();
      case POSITIONS -> {
        // Compared when everything is booked.
      }
      default -> OrderReports.take(state, report, builder);
    }
  }

  @Override
  public void place(PortfolioState state, Trade trade, DecisionBuilder builder) {
    int s = trade.symbol();
    state.waiting[s] = trade;
    if (trade.hasOrder()) {
      builder.command(
          OrderCommand.send(
              builder.time,
              builder.orderId(trade),
              state.symbols[s],
              trade.orderQuantity(),
              trade.referencePrice(),
              reduces(state, trade),
              trade.why().cause().label()));
    }
  }

  /**
   * Whether it closes all there is, or, nobody trading the symbol, makes it less. Not when it
   * closes what one removed pod holds against what is kept of another: the exchange side has them
   * as one position, which grows by that.
   */
  private static boolean reduces(PortfolioState state, Trade trade) {
    double held = state.ledger.quantity(trade.symbol());
    double left = held + trade.orderQuantity();
    boolean isAll = Quantity.isZero(left) || Math.abs(left) <= ROUNDING * Math.abs(held);
    return isAll
        || (trade.reason() != OrderReason.TARGET
            && left > 0 == held > 0
            && Math.abs(left) < Math.abs(held));
  }

  @Override
  public OrderAccess exchange(PortfolioState state, int symbol) {
    boolean pauses = state.exchange.pauses[symbol] > 0;
    return state.exchange.takesOrders && !pauses ? OrderAccess.OPEN : OrderAccess.CLOSED;
  }

  @Override
  public OrderAccess halted(PortfolioState state) {
    return state.exchange.halted ? OrderAccess.REDUCING : OrderAccess.OPEN;
  }

  @Override
  public void refused(
      PortfolioState state,
      int symbol,
      OrderRule rule,
      boolean forced,
      boolean isTick,
      DecisionBuilder builder) {
    if (rule == OrderRule.HALTED || rule == OrderRule.EXCHANGE) {
      state.exchange.leaveUnfinished(symbol);
      String obstacle = obstacle(state, symbol, rule);
      if (!isTick) {
        builder.event(
            EventKind.UNSENT,
            state.symbols[symbol],
            Severity.WARNING,
            "an order is not sent: " + obstacle);
      }
    } else if (rule == OrderRule.WAITING && forced) {
      state.exchange.leaveUnfinished(symbol);
    }
  }

  /** Why nothing was sent; an occasion that is left out after failures counts here. */
  private static String obstacle(PortfolioState state, int s, OrderRule rule) {
    if (rule == OrderRule.HALTED) {
      return "trading is halted";
    }
    if (!state.exchange.takesOrders) {
      return "the exchange side takes none at this close";
    }
    state.exchange.pauses[s]--;
    return "earlier ones have failed";
  }

  /** A symbol without a bar may have been one that nobody could trade: its order has more time. */
  @Override
  public void chase(PortfolioState state, Trade open, DecisionBuilder builder) {
    boolean tradable = state.missed[open.symbol()] == 0;
    if (open.hasOrder() && tradable && builder.time - open.decidedAt() >= orderTimeout) {
      takeBack(state, open, builder);
    }
  }

  @Override
  public void abandon(PortfolioState state, Trade open, String why, DecisionBuilder builder) {
    if (open.hasOrder()) {
      takeBack(state, open, builder);
    } else {
      state.waiting[open.symbol()] = null;
    }
  }

  private static void takeBack(PortfolioState state, Trade open, DecisionBuilder builder) {
    builder.command(
        OrderCommand.cancel(builder.time, builder.orderId(open), state.symbols[open.symbol()]));
  }

  @Override
  public void closeStale(PortfolioState state, Trade trade, DecisionBuilder builder) {
    int s = trade.symbol();
    if (exchange(state, s) == OrderAccess.OPEN) {
      place(state, trade, builder);
    } else {
      refused(state, s, OrderRule.EXCHANGE, true, false, builder);
    }
  }
}
