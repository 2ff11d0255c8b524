package io.podflow.domain.portfolio;

import io.podflow.api.Bar;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.Trade;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes nothing: targets are decided and the portfolio stays in cash. */
final class ShadowBroker implements Broker {

  @Override
  public void settle(
      PortfolioState state,
      @Nullable Bar[] bars,
      List<ExchangeReport> reports,
      DecisionBuilder journal) {}

  @Override
  public void place(PortfolioState state, Trade trade, DecisionBuilder journal) {}

  @Override
  public void chase(PortfolioState state, Trade open, DecisionBuilder journal) {}

  @Override
  public void abandon(PortfolioState state, Trade open, String why, DecisionBuilder journal) {}

  @Override
  public void closeStale(PortfolioState state, Trade trade, DecisionBuilder journal) {}
}
