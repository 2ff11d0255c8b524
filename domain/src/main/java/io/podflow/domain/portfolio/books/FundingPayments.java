package io.podflow.domain.portfolio.books;

import io.podflow.domain.execution.FundingRates;
import io.podflow.domain.market.FundingRecords;

/**
 * Books funding as cash of the pods that hold the position (decision EX3). What is paid since the
 * last close is paid on the quantities held since this bar's open, valued at this close: the prices
 * in between are not known. Rates that came as records are paid in place of the configured ones
 * (decision EV7).
 */
public final class FundingPayments {

  private final FundingRates rates;

  public FundingPayments(FundingRates rates) {
    this.rates = rates;
  }

  /**
   * @param previousClose the portfolio's close before this one
   */
  public void book(PortfolioState state, long previousClose, DecisionBuilder builder) {
    FundingRecords.Due records = state.fundingRecords.take(builder.time);
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
              : rates.paid(symbol, previousClose, builder.time);
      if (paid != 0) {
        builder.funded(ledger.pay(s, paid));
      }
    }
  }
}
