package io.podflow.domain.portfolio;

import io.podflow.domain.execution.FundingRates;
import io.podflow.domain.market.FundingRecords;

/**
 * Books funding as cash of the pods that hold the position (decision EX3). What is paid since the
 * last close is paid on the quantities held since this bar's open, valued at this close: the prices
 * in between are not known. Rates that came as records are paid in place of the configured ones
 * (decision EV7).
 */
final class FundingPayments {

  private final FundingRates rates;

  FundingPayments(FundingRates rates) {
    this.rates = rates;
  }

  /**
   * @param previousClose the portfolio's close before this one
   */
  void book(PortfolioState state, long previousClose, DecisionBuilder journal) {
    FundingRecords.Due records = state.fundingRecords.take(journal.time);
    boolean nothing = rates.areZero() && records.symbols().isEmpty();
    if (nothing || previousClose == PortfolioState.NEVER) {
      return;
    }
    Ledger ledger = state.ledger;
    for (int s = 0; s < state.symbols.length; s++) {
      String symbol = state.symbols[s];
      double paid =
          records.knows(symbol)
              ? records.paid(symbol)
              : rates.paid(symbol, previousClose, journal.time);
      if (paid != 0) {
        journal.funded(ledger.pay(s, paid));
      }
    }
  }
}
