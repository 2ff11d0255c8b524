package io.podflow.domain.portfolio.books;

import io.podflow.api.Bar;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.layout.PortfolioLayout;
import org.jspecify.annotations.Nullable;

/** Marks positions to the closes, and counts the closes that a symbol misses (decision FP19). */
public final class Marks {

  private final PortfolioLayout layout;

  public Marks(PortfolioLayout layout) {
    this.layout = layout;
  }

  public void update(PortfolioState state, @Nullable Bar[] bars, DecisionBuilder builder) {
    for (int s = 0; s < bars.length; s++) {
      Bar bar = bars[s];
      if (bar != null) {
        noteReturn(state, s, builder);
        state.ledger.marks[s] = bar.close();
        state.seen[s] = true;
        state.missed[s] = 0;
      } else if (state.seen[s] && layout.finestTimeframe(s).closesAt(builder.time)) {
        state.missed[s]++;
      }
    }
  }

  private void noteReturn(PortfolioState state, int s, DecisionBuilder builder) {
    if (state.missed[s] >= layout.settings().staleAfterBars()) {
      builder.event(
          EventKind.DATA,
          layout.universe().symbol(s),
          Severity.INFO,
          "bars are back after " + state.missed[s] + " missed closes");
    }
  }
}
