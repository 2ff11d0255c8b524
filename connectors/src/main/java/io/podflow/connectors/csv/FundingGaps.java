package io.podflow.connectors.csv;

import io.podflow.api.Timeframe;
import io.podflow.domain.execution.FundingHoles;
import io.podflow.domain.execution.FundingRates;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.RunWindow;
import java.util.Map;
import java.util.TreeMap;

/**
 * The holes in the funding rates of a run's symbols, within the range in which a symbol has bars.
 */
public final class FundingGaps {

  private FundingGaps() {}

  /** The holes by symbol; symbols without holes or without rates of their own are absent. */
  public static Map<String, FundingHoles> of(
      BarInventory inventory, PortfolioLayout layout, RunWindow window, FundingRates rates) {
    Map<String, FundingHoles> holes = new TreeMap<>();
    Map<String, FundingRates.Series> series = rates.series();
    for (SymbolFile file : inventory.files()) {
      FundingRates.Series own = series.get(file.name());
      if (own != null && file.hasBars()) {
        Timeframe finest = layout.finestTimeframe(file.symbol());
        long from = Math.max(window.from(), file.firstOpen());
        long to = Math.min(window.horizon(), file.lastOpen() + inventory.source().millis());
        if (from < to) {
          holes.put(file.name(), FundingHoles.of(own, from, to, finest));
        }
      }
    }
    holes.values().removeIf(found -> !found.areAny());
    return holes;
  }
}
