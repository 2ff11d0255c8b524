package io.podflow.domain.pod;

import io.podflow.domain.market.FundingRecords;
import io.podflow.domain.settings.PodSettings;
import java.util.List;

/**
 * Funding as a part of a pod's own return (decision EV7): a weight w of the last close, grown by
 * the return r since, pays w · (1 + r) · f, where f are the rates due since the pod's last close.
 * What is due while a symbol has no bar is paid at its next one, as its return is. Rates that came
 * as records are paid in place of the configured ones.
 */
final class PodFunding {

  private final FundingDue rates;
  private final List<String> symbols;
  private final long barMillis;

  PodFunding(FundingDue rates, PodSettings settings) {
    this.rates = rates;
    this.symbols = settings.symbols();
    this.barMillis = settings.timeframe().millis();
  }

  /**
   * Takes what is due at a close.
   *
   * @return what it takes off the pod's return, a fraction; negative when the pod receives
   */
  double charge(PodState state, Snapshot now, long closeTime) {
    FundingRecords.Due records = state.fundingRecords.take(closeTime);
    double charged = 0;
    for (int i = 0; i < state.targets.length; i++) {
      double due = state.fundingDue[i] + paid(records, symbols.get(i), closeTime);
      boolean present = now.present()[i];
      if (present && state.targets[i] != 0) {
        charged += state.targets[i] * (1 + now.periodReturn()[i]) * due;
      }
      state.fundingDue[i] = present ? 0 : due;
    }
    return charged;
  }

  private double paid(FundingRecords.Due records, String symbol, long closeTime) {
    return records.knows(symbol)
        ? records.paid(symbol)
        : rates.paid(symbol, closeTime - barMillis, closeTime);
  }
}
