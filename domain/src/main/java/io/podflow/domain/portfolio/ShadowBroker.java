package io.podflow.domain.portfolio;

import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.Trade;
import io.podflow.domain.market.Bar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes nothing: targets are decided and the portfolio stays in cash. */
final class ShadowBroker implements Broker {

  @Override
  public void settle(
      PortfolioState state,
      @Nullable Bar[] bars,
      List<ExchangeReport> reports,
      CloseJournal journal) {}

  @Override
  public void place(PortfolioState state, Trade trade, CloseJournal journal) {}

  @Override
  public void chase(PortfolioState state, Trade open, CloseJournal journal) {}

  @Override
  public void abandon(PortfolioState state, Trade open, String why, CloseJournal journal) {}

  @Override
  public void closeStale(PortfolioState state, Trade trade, CloseJournal journal) {}
}
