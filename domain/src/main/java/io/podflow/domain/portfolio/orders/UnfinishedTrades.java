package io.podflow.domain.portfolio.orders;

import io.podflow.domain.execution.Trade;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.netting.LeverageLimit;
import io.podflow.domain.portfolio.books.DecisionBuilder;
import io.podflow.domain.portfolio.books.OrphanPositions;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.portfolio.broker.Broker;
import io.podflow.domain.settings.OrchestratorSettings;

/**
 * What a reconciliation between two closes does about symbols that did not get what was decided
 * (decisions EX1, FP25, requirements E3 and E4): an order that has become too old is taken back,
 * and where nothing is open any more, the symbol is decided anew, against the targets that stand
 * and the marks of the last close. All other symbols wait for their close.
 */
public final class UnfinishedTrades {

  private final OrchestratorSettings settings;
  private final LeverageLimit leverageLimit;
  private final Broker broker;
  private final StaleSymbols staleSymbols;
  private final OrderSizer orderSizer;
  private final OrphanPositions orphans;

  public UnfinishedTrades(
      PortfolioLayout layout,
      Broker broker,
      StaleSymbols staleSymbols,
      OrderSizer orderSizer,
      OrphanPositions orphans) {
    this.settings = layout.settings();
    this.leverageLimit = new LeverageLimit(settings.maxGrossLeverage());
    this.broker = broker;
    this.staleSymbols = staleSymbols;
    this.orderSizer = orderSizer;
    this.orphans = orphans;
  }

  public void decide(PortfolioState state, DecisionBuilder builder) {
    for (int s = 0; s < state.symbols.length; s++) {
      Trade open = state.waiting[s];
      if (open != null) {
        broker.chase(state, open, builder);
      } else if (state.exchange.isUnfinished(s)) {
        goOn(state, s, builder);
      }
    }
  }

  private void goOn(PortfolioState state, int s, DecisionBuilder builder) {
    boolean stale = state.missed[s] >= settings.staleAfterBars();
    // Between the two nobody knows whether the symbol can be traded.
    if (stale || state.missed[s] == 0) {
      state.exchange.finish(s);
      if (stale) {
        staleSymbols.closePosition(state, s, builder);
      } else {
        decideAnew(state, s, builder);
      }
    }
  }

  /** What pods would only exchange among themselves waits for a close: here is no price for it. */
  private void decideAnew(PortfolioState state, int s, DecisionBuilder builder) {
    NettedTargets targets =
        NettedTargets.of(
                state, orphans, settings.staleAfterBars(), leverageLimit, settings.market())
            .scaled(state.riskScale)
            .capped(state.volatility.scale, Double.NaN);
    orderSizer.decide(state, s, targets, OrderSizer.Occasion.TICK, true, builder);
  }
}
