package io.podflow.domain.portfolio;

import io.podflow.domain.execution.CostModel;
import io.podflow.domain.execution.Execution;
import io.podflow.domain.execution.Trade;
import io.podflow.domain.market.Bar;
import org.jspecify.annotations.Nullable;

/** What was decided earlier happens at the open of the symbol's next bar (decisions EX2, FP7). */
final class OpenFills {

  private final CostModel costs;

  OpenFills(CostModel costs) {
    this.costs = costs;
  }

  void fill(PortfolioState state, @Nullable Bar[] bars, CloseJournal journal) {
    for (int s = 0; s < bars.length; s++) {
      Bar bar = bars[s];
      Trade trade = state.waiting[s];
      if (bar != null && trade != null) {
        Execution execution = Execution.onPaper(trade, journal.time, bar.open(), costs);
        state.book(execution);
        state.waiting[s] = null;
        journal.executed(execution);
      }
    }
  }
}
