package io.podflow.domain.portfolio.broker;

import io.podflow.api.Bar;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.Trade;
import io.podflow.domain.portfolio.books.DecisionBuilder;
import io.podflow.domain.portfolio.books.PortfolioState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes nothing: targets are decided and the portfolio stays in cash. */
final class ShadowBroker implements Broker {

  @Override
  public void settle(
      PortfolioState state,
      @Nullable Bar[] bars,
      List<ExchangeReport> reports,
      DecisionBuilder builder) {}

  @Override
  public void place(PortfolioState state, Trade trade, DecisionBuilder builder) {}

  @Override
  public void chase(PortfolioState state, Trade open, DecisionBuilder builder) {}

  @Override
  public void abandon(PortfolioState state, Trade open, String why, DecisionBuilder builder) {}

  @Override
  public void closeStale(PortfolioState state, Trade trade, DecisionBuilder builder) {}
}
