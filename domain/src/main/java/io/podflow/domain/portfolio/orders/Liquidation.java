package io.podflow.domain.portfolio.orders;

import io.podflow.domain.execution.Crossing;
import io.podflow.domain.execution.Execution;
import io.podflow.domain.execution.OrderAccess;
import io.podflow.domain.execution.OrderRule;
import io.podflow.domain.execution.Trade;
import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.execution.Why;
import io.podflow.domain.journal.Cause;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.portfolio.books.DecisionBuilder;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.portfolio.broker.Broker;
import io.podflow.domain.position.Quantity;
import io.podflow.domain.settings.OrchestratorSettings;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Ruin of the portfolio (decision RU1): equity that is used up, or no more than {@code
 * maintenance_margin} of the value of the positions. Judged once per close, on the ledger, after
 * fills, marks and funding; what prices do within a bar is not seen.
 *
 * <p>Where podflow fills its orders itself, all that is held is closed at once at the marks, at
 * {@code liquidation_cost_bps}, and nothing is traded any more. With an exchange side, orders that
 * close are sent until nothing is held, and that is all that is sent: what the exchange side has
 * not told is never booked.
 */
public final class Liquidation {

  private static final double BASIS_POINTS = 1e4;
  private static final String RUINED = "the portfolio is ruined";

  private final double maintenanceMargin;
  private final double costRate;
  private final boolean external;
  private final Broker broker;

  public Liquidation(OrchestratorSettings settings, Broker broker, TradingMode mode) {
    this.maintenanceMargin = settings.maintenanceMargin();
    this.costRate = settings.liquidationCostBps() / BASIS_POINTS;
    this.external = mode == TradingMode.EXTERNAL;
    this.broker = broker;
  }

  /** Judges a close and closes what a ruined portfolio holds. */
  public void atClose(PortfolioState state, DecisionBuilder builder) {
    if (!state.ruined) {
      double equity = state.ledger.equity();
      double gross = state.ledger.gross();
      if (isSound(equity, gross)) {
        return;
      }
      state.ruined = true;
      builder.event(EventKind.RUIN, "", Severity.CRITICAL, message(equity, gross));
    }
    // Nothing is followed any more, so nothing can be missed.
    Arrays.fill(state.followed, 0);
    for (int s = 0; s < state.symbols.length; s++) {
      if (external) {
        sendClosingOrder(state, s, builder);
      } else {
        closeAtMark(state, s, builder);
      }
    }
  }

  /** Between two closes of a ruined portfolio: orders that could not be sent go on. */
  public void atTick(PortfolioState state, DecisionBuilder builder) {
    for (int s = 0; s < state.symbols.length; s++) {
      Trade open = state.waiting[s];
      if (open != null) {
        broker.chase(state, open, builder);
      } else if (state.exchange.isUnfinished(s)
          && broker.exchange(state, s) != OrderAccess.CLOSED) {
        place(state, s, true, builder);
      }
    }
  }

  private boolean isSound(double equity, double gross) {
    return equity > maintenanceMargin * gross;
  }

  private String message(double equity, double gross) {
    String why =
        equity > 0
            ? "equity " + equity + " is no more than maintenance_margin of positions of " + gross
            : "equity is used up, " + equity;
    return "ruined: "
        + why
        + (external
            ? "; closing orders are sent, and trading is halted for good"
            : "; all positions are closed at the marks, and trading ends");
  }

  private void closeAtMark(PortfolioState state, int s, DecisionBuilder builder) {
    Trade waiting = state.waiting[s];
    if (waiting != null) {
      broker.abandon(state, waiting, RUINED, builder);
    }
    Trade trade = closing(state, s, builder.time);
    if (trade != null) {
      double price = trade.referencePrice();
      double cost = Math.abs(trade.orderQuantity()) * price * costRate;
      Execution execution = new Execution(trade.atTheMark(), builder.time, price, cost, 0, "");
      state.book(execution);
      builder.executed(execution);
    }
  }

  /** What waits for another reason is taken back first. */
  private void sendClosingOrder(PortfolioState state, int s, DecisionBuilder builder) {
    Trade open = state.waiting[s];
    if (open != null && closesAll(state, open)) {
      broker.chase(state, open, builder);
    } else if (open != null) {
      broker.abandon(state, open, RUINED, builder);
    }
    if (state.waiting[s] == null) {
      place(state, s, false, builder);
    }
  }

  /** Whether nothing is held of the symbol by any pod once the trade is done. */
  private static boolean closesAll(PortfolioState state, Trade open) {
    int s = open.symbol();
    boolean all = true;
    for (int p = 0; p < state.pods.length; p++) {
      double left = state.ledger.quantities[p][s] + open.changes()[p];
      all &= Quantity.isZero(left, state.ledger.largest[p][s]);
    }
    return all;
  }

  /** An exchange side that takes nothing is asked again at its next occasion. */
  private void place(PortfolioState state, int s, boolean isTick, DecisionBuilder builder) {
    state.exchange.finish(s);
    Trade trade = closing(state, s, builder.time);
    if (trade == null) {
      return;
    }
    if (trade.hasOrder() && broker.exchange(state, s) == OrderAccess.CLOSED) {
      broker.refused(state, s, OrderRule.EXCHANGE, true, isTick, builder);
    } else {
      broker.place(state, trade, builder);
    }
  }

  /** All that any pod holds of a symbol; null when none does. */
  private static @Nullable Trade closing(PortfolioState state, int s, long time) {
    double[] changes = new double[state.pods.length];
    boolean held = false;
    for (int p = 0; p < changes.length; p++) {
      double quantity = state.ledger.quantities[p][s];
      changes[p] = 0.0 - quantity;
      held |= quantity != 0;
    }
    double price = state.ledger.marks[s];
    return held
        ? Trade.whole(
            s, time, Why.all(Cause.RISK, changes.length), price, changes, Crossing.of(changes))
        : null;
  }
}
