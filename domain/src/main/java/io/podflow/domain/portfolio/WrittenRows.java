package io.podflow.domain.portfolio;

import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.market.UtcDays;
import io.podflow.domain.portfolio.books.DecisionBuilder;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.settings.DecisionRows;
import java.util.Locale;

/**
 * Says among the events, at the first close of the run and of each UTC day, that tables are not
 * whole, so that readers of rows without the configuration know.
 */
final class WrittenRows {

  private WrittenRows() {}

  /**
   * @param previousClose epoch milliseconds UTC, or {@link PortfolioState#NEVER}
   */
  static void tell(DecisionRows rows, long previousClose, DecisionBuilder builder) {
    boolean begins =
        previousClose == PortfolioState.NEVER
            || UtcDays.dayOf(previousClose) != UtcDays.dayOf(builder.time);
    if (rows != DecisionRows.ALL && begins) {
      String word = rows.name().toLowerCase(Locale.ROOT);
      builder.event(
          EventKind.CONFIG,
          "",
          Severity.INFO,
          "journal.decisions is " + word + ": " + rows.missing());
    }
  }
}
