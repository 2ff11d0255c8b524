package io.podflow.connectors.rundb;

import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.metrics.HeadlineFigures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The {@code summary.json} of a run. Keys are the component names in snake case; undefined numbers
 * are null there and NaN here.
 *
 * @param run what was run
 * @param rows of every table of run.db
 * @param finalEquity at the last close, quote currency; NaN when there were no closes
 * @param headline of the whole portfolio
 * @param trading of the whole portfolio
 * @param pods by id
 * @param missed Σ gap / Σ wanted: the share of what was wanted that was not held (decision TR5);
 *     NaN when nothing ever was
 * @param unsentByRule rows of unsent, by the rule that refused
 */
public record RunSummary(
    RunFacts run,
    SortedMap<String, Long> rows,
    double finalEquity,
    HeadlineFigures headline,
    TradingFigures trading,
    List<PodFigures> pods,
    double missed,
    SortedMap<String, Long> unsentByRule) {

  /** Sums up a finished {@code run.db}. */
  public static RunSummary of(RunFacts facts, RunDb db) {
    List<EquityRow> books = db.equity();
    HeadlineFigures headline =
        HeadlineFigures.of(
            books.stream().mapToLong(EquityRow::time).toArray(),
            books.stream().mapToDouble(EquityRow::equity).toArray(),
            facts.timeframe());
    return new RunSummary(
        facts,
        db.rowCounts(),
        books.isEmpty() ? Double.NaN : books.get(books.size() - 1).equity(),
        headline,
        TradingFigures.of(db, headline),
        PodFigures.of(db),
        missed(books),
        unsentByRule(db));
  }

  private static double missed(List<EquityRow> books) {
    double gap = 0;
    double wanted = 0;
    for (EquityRow row : books) {
      // Nothing is measured between closes.
      gap += Double.isNaN(row.trackingGap()) ? 0 : row.trackingGap();
      wanted += Double.isNaN(row.wantedGross()) ? 0 : row.wantedGross();
    }
    return wanted > 0 ? gap / wanted : Double.NaN;
  }

  private static SortedMap<String, Long> unsentByRule(RunDb db) {
    SortedMap<String, Long> counts = new TreeMap<>();
    db.forEach(
        "SELECT rule, count(*) FROM unsent GROUP BY rule",
        row -> counts.put(row.text(0), row.large(1)));
    return counts;
  }

  /** Writes {@code summary.json}. */
  public void write(Path file) throws IOException {
    RunJson.MAPPER.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), this);
  }

  /** Reads {@code summary.json}. */
  public static RunSummary read(Path file) throws IOException {
    return RunJson.MAPPER.readValue(file.toFile(), RunSummary.class);
  }
}
