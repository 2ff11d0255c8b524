package io.podflow.domain.portfolio.broker;

import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.Execution;
import io.podflow.domain.execution.OrderStatus;
import io.podflow.domain.execution.Trade;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.portfolio.books.DecisionBuilder;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.position.Quantity;
import org.jspecify.annotations.Nullable;

/** Books what the exchange side says of one order. */
final class OrderReports {

  /** Failures in a row from which on somebody should look. */
  private static final int CRITICAL_FAILURES = 3;

  /** Occasions in a row at which a symbol is left alone at most. */
  private static final int LONGEST_PAUSE = 15;

  private OrderReports() {}

  static void take(PortfolioState state, ExchangeReport report, DecisionBuilder builder) {
    switch (report.kind()) {
      case FILL -> fill(state, report, builder);
      case REJECTED -> end(state, report, OrderStatus.REJECTED, builder);
      case CANCELLED -> end(state, report, OrderStatus.CANCELLED, builder);
      case EXPIRED -> end(state, report, OrderStatus.EXPIRED, builder);
      case POSITIONS, HEARTBEAT ->
          throw new IllegalArgumentException(report.kind() + " is about no order");
    }
  }

  private static void fill(PortfolioState state, ExchangeReport report, DecisionBuilder builder) {
    Trade open = find(state.waiting, report, builder);
    Trade trade = open == null ? findEnded(state, report, builder) : open;
    if (trade == null) {
      alarm(state, null, report, "of an order that is not known; not booked", builder);
    } else if (report.quantity() > 0 != trade.orderQuantity() > 0) {
      alarm(state, trade, report, "on the other side of its order; not booked", builder);
    } else {
      Trade part = book(state, trade, report, builder);
      if (open == null) {
        state.exchange.leaveUnfinished(trade.symbol());
        alarm(state, trade, report, "after its order had ended; booked", builder);
      } else {
        goOn(state, open, part, report, builder);
      }
    }
  }

  private static Trade book(
      PortfolioState state, Trade trade, ExchangeReport report, DecisionBuilder builder) {
    Trade part = trade.part(report.quantity());
    Execution execution =
        new Execution(
            part,
            builder.time,
            report.price(),
            report.fee(),
            report.slippageCost(),
            report.fillId());
    state.book(execution);
    builder.filled(execution);
    state.exchange.failures[trade.symbol()] = 0;
    return part;
  }

  private static void goOn(
      PortfolioState state,
      Trade open,
      Trade part,
      ExchangeReport report,
      DecisionBuilder builder) {
    int s = open.symbol();
    if (!open.isCompletedBy(report.quantity())) {
      state.waiting[s] = open.rest(part);
      return;
    }
    close(state, open, OrderStatus.FILLED, builder);
    if (!Quantity.isZero(open.orderQuantity() - report.quantity())) {
      state.exchange.leaveUnfinished(s);
      alarm(state, open, report, "for more than was open; booked", builder);
    }
  }

  private static void end(
      PortfolioState state, ExchangeReport report, OrderStatus status, DecisionBuilder builder) {
    Trade open = find(state.waiting, report, builder);
    if (open != null) {
      close(state, open, status, builder);
      state.exchange.leaveUnfinished(open.symbol());
      note(state, open, report, status, builder);
    } else if (findEnded(state, report, builder) == null) {
      event(state, null, Severity.WARNING, status + " of an unknown order", report, builder);
    }
  }

  private static void close(
      PortfolioState state, Trade open, OrderStatus status, DecisionBuilder builder) {
    builder.ended(open, status);
    state.waiting[open.symbol()] = null;
    state.exchange.ended[open.symbol()] = open.withoutCrossing();
    if (status != OrderStatus.FILLED) {
      state.exchange.rememberUnfilled(open.withoutCrossing());
    }
  }

  private static void note(
      PortfolioState state,
      Trade open,
      ExchangeReport report,
      OrderStatus status,
      DecisionBuilder builder) {
    Severity severity = Severity.INFO;
    if (status != OrderStatus.CANCELLED) {
      int failures = ++state.exchange.failures[open.symbol()];
      state.exchange.pauses[open.symbol()] = pause(failures);
      severity = failures >= CRITICAL_FAILURES ? Severity.CRITICAL : Severity.WARNING;
    }
    event(
        state, open, severity, status + " with " + open.orderQuantity() + " open", report, builder);
  }

  /** The first failure is tried again at once, later ones after 1, 3, 7, … occasions. */
  private static int pause(int failures) {
    return Math.min(LONGEST_PAUSE, (1 << Math.min(failures - 1, 30)) - 1);
  }

  private static void alarm(
      PortfolioState state,
      @Nullable Trade trade,
      ExchangeReport report,
      String what,
      DecisionBuilder builder) {
    String fill = "fill " + report.fillId() + " of " + report.quantity() + " at " + report.price();
    event(state, trade, Severity.CRITICAL, fill + " came " + what, report, builder);
  }

  private static void event(
      PortfolioState state,
      @Nullable Trade trade,
      Severity severity,
      String what,
      ExchangeReport report,
      DecisionBuilder builder) {
    String symbol = trade == null ? "" : state.symbols[trade.symbol()];
    String why = report.reason().isEmpty() ? "" : ": " + report.reason();
    builder.event(
        EventKind.ORDER, symbol, severity, "order " + report.orderId() + ": " + what + why);
  }

  /** The last order of its symbol, or an earlier one that ended unfilled. */
  private static @Nullable Trade findEnded(
      PortfolioState state, ExchangeReport report, DecisionBuilder builder) {
    Trade last = find(state.exchange.ended, report, builder);
    return last == null ? find(state.exchange.unfilled, report, builder) : last;
  }

  private static @Nullable Trade find(
      @Nullable Trade[] trades, ExchangeReport report, DecisionBuilder builder) {
    for (Trade trade : trades) {
      if (trade != null
          && trade.ordered() != 0
          && builder.orderId(trade).equals(report.orderId())) {
        return trade;
      }
    }
    return null;
  }
}
