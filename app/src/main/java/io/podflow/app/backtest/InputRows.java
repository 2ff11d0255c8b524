package io.podflow.app.backtest;

import io.podflow.connectors.csv.BarInventory;
import io.podflow.connectors.csv.FundingGaps;
import io.podflow.connectors.csv.RowCounts;
import io.podflow.connectors.csv.SymbolFile;
import io.podflow.domain.execution.FundingHoles;
import io.podflow.domain.execution.FundingRates;
import io.podflow.domain.journal.InputRow;
import io.podflow.domain.market.RunWindow;
import io.podflow.job.engine.RunScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The table {@code inputs} of a run: counts of each symbol's used and rejected rows and of its
 * funding rates.
 */
final class InputRows {

  private final BarInventory inventory;
  private final RunWindow window;
  private final Map<String, FundingRates.Series> rates;
  private final Map<String, FundingHoles> holes;

  private InputRows(BarInventory inventory, RunScope scope) {
    this.inventory = inventory;
    this.window = scope.window();
    this.rates = scope.funding().series();
    this.holes = FundingGaps.of(inventory, scope.layout(), scope.window(), scope.funding());
  }

  /** One row per configured symbol; symbols without a file come last. */
  static List<InputRow> of(BarInventory inventory, RunScope scope) {
    InputRows rows = new InputRows(inventory, scope);
    return Stream.concat(
            inventory.files().stream().map(rows::row),
            inventory.missing().stream().map(rows::missing))
        .toList();
  }

  private InputRow row(SymbolFile file) {
    RowCounts counts = file.counts();
    boolean any = counts.used() > 0;
    return new InputRow(
        file.name(),
        file.file(),
        Math.toIntExact(counts.rows()),
        Math.toIntExact(counts.used()),
        Math.toIntExact(counts.rejectedRows()),
        Math.toIntExact(counts.superseded()),
        Math.toIntExact(counts.duplicates()),
        counts.firstOffence(),
        any ? close(counts.firstOpen()) : "",
        any ? close(counts.lastOpen()) : "",
        any ? file.coverage() : Double.NaN,
        Math.toIntExact(Math.max(0, file.expectedRows() - counts.used())),
        fundingRates(file.name()),
        fundingHoles(file.name()));
  }

  private InputRow missing(String symbol) {
    int rates = fundingRates(symbol);
    return new InputRow(symbol, "", 0, 0, 0, 0, 0, "", "", "", Double.NaN, 0, rates, 0);
  }

  private String close(long openTime) {
    return Instant.ofEpochMilli(openTime + inventory.source().millis()).toString();
  }

  /**
   * Number of funding rates within the range of the run and its warm-up, the same range as for
   * rows.
   */
  private int fundingRates(String symbol) {
    FundingRates.Series series = rates.get(symbol);
    return series == null ? 0 : series.count(window.warmUpFrom(), window.horizon());
  }

  private int fundingHoles(String symbol) {
    FundingHoles found = holes.get(symbol);
    return found == null ? 0 : found.count();
  }
}
