package io.podflow.connectors.rundb;

import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.metrics.HeadlineFigures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

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
 * @param accepted what is wrong with the bars and was accepted all the same, a sentence each
 */
public record RunSummary(
    RunFacts run,
    SortedMap<String, Long> rows,
    double finalEquity,
    HeadlineFigures headline,
    TradingFigures trading,
    List<PodFigures> pods,
    List<String> accepted) {

  /** Null in summaries that are older than the component. */
  @SuppressWarnings("NullAway")
  public RunSummary {
    accepted = accepted == null ? List.of() : List.copyOf(accepted);
  }

  /** As {@link #of(RunFacts, RunDb, List)}, with bars that are as they should be. */
  public static RunSummary of(RunFacts facts, RunDb db) {
    return of(facts, db, List.of());
  }

  /** Sums up a finished {@code run.db}. */
  public static RunSummary of(RunFacts facts, RunDb db, List<String> accepted) {
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
        accepted);
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
