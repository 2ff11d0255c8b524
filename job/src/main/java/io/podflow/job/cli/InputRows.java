package io.podflow.job.cli;

import io.podflow.connectors.csv.BarInventory;
import io.podflow.connectors.csv.RowCounts;
import io.podflow.connectors.csv.SymbolFile;
import io.podflow.domain.journal.InputRow;
import io.podflow.domain.market.Timeframe;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The table {@code inputs} of a run: what became of each symbol's rows. */
final class InputRows {

  private InputRows() {}

  /** A row per configured symbol, those without a file included. */
  static List<InputRow> of(BarInventory inventory) {
    Stream<InputRow> files = inventory.files().stream().map(file -> of(file, inventory.source()));
    Stream<InputRow> missing = inventory.missing().stream().map(InputRows::missing);
    return Stream.concat(files, missing).toList();
  }

  private static InputRow of(SymbolFile file, Timeframe source) {
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
        any ? close(counts.firstOpen(), source) : "",
        any ? close(counts.lastOpen(), source) : "",
        any ? file.coverage() : Double.NaN,
        Math.toIntExact(Math.max(0, file.expectedRows() - counts.used())),
        fundingRates(file.name()),
        fundingHoles(file.name()));
  }

  private static InputRow missing(String symbol) {
    return new InputRow(
        symbol,
        "",
        0,
        0,
        0,
        0,
        0,
        "",
        "",
        "",
        Double.NaN,
        0,
        fundingRates(symbol),
        fundingHoles(symbol));
  }

  private static String close(long openTime, Timeframe source) {
    return Instant.ofEpochMilli(openTime + source.millis()).toString();
  }

  /** Rates of funding are not counted yet. */
  private static int fundingRates(String symbol) {
    return 0;
  }

  /** Holes in the rates of funding are not counted yet. */
  private static int fundingHoles(String symbol) {
    return 0;
  }
}
