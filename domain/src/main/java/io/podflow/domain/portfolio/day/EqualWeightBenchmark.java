package io.podflow.domain.portfolio.day;

import io.podflow.api.Bar;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.portfolio.books.PortfolioState;
import org.jspecify.annotations.Nullable;

/**
 * Brings the benchmark of equal parts to a close, by the bars that the portfolio fills on (decision
 * FI2). It sees nothing but prices, so it is the same whatever the pods decide.
 */
public final class EqualWeightBenchmark {

  private final PortfolioLayout layout;

  public EqualWeightBenchmark(PortfolioLayout layout) {
    this.layout = layout;
  }

  /** After the marks of this close are taken, which count the closes that a symbol has missed. */
  public void update(PortfolioState state, long closeTime, @Nullable Bar[] bars) {
    double costRate = layout.settings().costRate();
    for (int s = 0; state.equalWeight.exists() && s < bars.length; s++) {
      Bar bar = bars[s];
      if (bar != null) {
        state.equalWeight.bar(s, bar.open(), bar.close(), costRate);
      } else if (state.missed[s] >= layout.settings().staleAfterBars()
          && layout.finestTimeframe(s).closesAt(closeTime)) {
        state.equalWeight.stale(s, costRate);
      }
    }
  }
}
