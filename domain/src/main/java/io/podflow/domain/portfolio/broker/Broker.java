package io.podflow.domain.portfolio.broker;

import io.podflow.api.Bar;
import io.podflow.domain.execution.CostModel;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.OrderAccess;
import io.podflow.domain.execution.OrderRule;
import io.podflow.domain.execution.Trade;
import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.portfolio.books.DecisionBuilder;
import io.podflow.domain.portfolio.books.PortfolioState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where trades go, and where it becomes known what became of them. */
public interface Broker {

  static Broker of(TradingMode mode, PortfolioLayout layout, CostModel costs) {
    return switch (mode) {
      case SHADOW -> new ShadowBroker();
      case PAPER -> new PaperBroker(costs);
      case EXTERNAL -> new ExchangeBroker(layout.settings().live().orderTimeout());
    };
  }

  /**
   * Books what has happened since the close before, first of all at a close.
   *
   * @param bars by universe index, those that close now
   * @param reports of the exchange side up to this close, in its order
   */
  void settle(
      PortfolioState state,
      @Nullable Bar[] bars,
      List<ExchangeReport> reports,
      DecisionBuilder builder);

  /** What the exchange side takes of the symbol now. */
  default OrderAccess exchange(PortfolioState state, int symbol) {
    return OrderAccess.OPEN;
  }

  /** What may be done while the books differ from the exchange side's. */
  default OrderAccess halted(PortfolioState state) {
    return OrderAccess.OPEN;
  }

  /** Whether not every order of the symbol would be sent now. */
  default boolean isClosed(PortfolioState state, int symbol) {
    return exchange(state, symbol) != OrderAccess.OPEN || halted(state) != OrderAccess.OPEN;
  }

  /**
   * A change was not sent. Counts as an occasion, of which a symbol whose orders have failed leaves
   * out some.
   */
  default void refused(
      PortfolioState state,
      int symbol,
      OrderRule rule,
      boolean forced,
      boolean isTick,
      DecisionBuilder builder) {}

  /** Takes a trade that was decided at this close for a symbol of which nothing is open. */
  void place(PortfolioState state, Trade trade, DecisionBuilder builder);

  /** A symbol of which something is still open could be traded now. */
  void chase(PortfolioState state, Trade open, DecisionBuilder builder);

  /**
   * Gives up what is open of a symbol.
   *
   * @param why what the event says, such as {@link DecisionBuilder#NO_OPEN}
   */
  void abandon(PortfolioState state, Trade open, String why, DecisionBuilder builder);

  /** Closes a position in a symbol whose bars have stopped. */
  void closeStale(PortfolioState state, Trade trade, DecisionBuilder builder);
}
