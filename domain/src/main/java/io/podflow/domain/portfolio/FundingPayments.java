package io.podflow.domain.portfolio;

import io.podflow.domain.execution.FundingRates;

/**
 * Books funding as cash of the pods that hold the position (decision EX3). What is paid since the
 * last close is paid on the quantities held since this bar's open, valued at this close: the prices
 * in between are not known.
 */
final class FundingPayments {

  private final FundingRates rates;

  FundingPayments(FundingRates rates) {
    this.rates = rates;
  }

  /**
   * @param previousClose the portfolio's close before this one
   */
  void book(PortfolioState state, long previousClose, CloseJournal journal) {
    if (rates.areZero() || previousClose == PortfolioState.NEVER) {
      return;
    }
    Ledger ledger = state.ledger;
    for (int s = 0; s < state.symbols.length; s++) {
      double paid = rates.paid(state.symbols[s], previousClose, journal.time);
      if (paid != 0) {
        journal.funded(ledger.pay(s, paid));
      }
    }
  }
}
