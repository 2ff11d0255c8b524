package io.podflow.domain.portfolio.broker;

import io.podflow.api.Bar;
import io.podflow.domain.execution.CostModel;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.Execution;
import io.podflow.domain.execution.Trade;
import io.podflow.domain.portfolio.books.DecisionBuilder;
import io.podflow.domain.portfolio.books.PortfolioState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was decided earlier happens at the open of the symbol's next bar (decisions EX2, FP7). */
public final class PaperBroker implements Broker {

  private final CostModel costs;

  public PaperBroker(CostModel costs) {
    this.costs = costs;
  }

  @Override
  public void settle(
      PortfolioState state,
      @Nullable Bar[] bars,
      List<ExchangeReport> reports,
      DecisionBuilder builder) {
    for (int s = 0; s < bars.length; s++) {
      Bar bar = bars[s];
      Trade trade = state.waiting[s];
      if (bar != null && trade != null) {
        state.waiting[s] = null;
        execute(state, trade, bar.open(), openOf(bar), builder);
      }
    }
  }

  @Override
  public void place(PortfolioState state, Trade trade, DecisionBuilder builder) {
    state.waiting[trade.symbol()] = trade;
  }

  /** It happens at the next open, whenever that comes. */
  @Override
  public void chase(PortfolioState state, Trade open, DecisionBuilder builder) {}

  @Override
  public void abandon(PortfolioState state, Trade open, String why, DecisionBuilder builder) {
    state.waiting[open.symbol()] = null;
    builder.expired(open, state.symbols[open.symbol()], why);
  }

  /** At once: there is no next open (decision FP13). */
  @Override
  public void closeStale(PortfolioState state, Trade trade, DecisionBuilder builder) {
    execute(state, trade, trade.referencePrice(), builder.time, builder);
  }

  private static long openOf(Bar bar) {
    return bar.closeTime() - bar.timeframe().millis();
  }

  /**
   * @param moment of the fill, epoch milliseconds UTC: the days before it are known
   */
  private void execute(
      PortfolioState state, Trade trade, double price, long moment, DecisionBuilder builder) {
    double dailyValue = state.tradedValues.mean(trade.symbol(), moment, costs.slippage().days());
    Execution execution = Execution.onPaper(trade, builder.time, price, costs, dailyValue);
    state.book(execution);
    builder.executed(execution);
  }
}
