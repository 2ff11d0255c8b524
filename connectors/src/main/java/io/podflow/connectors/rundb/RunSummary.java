package io.podflow.connectors.rundb;

import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.metrics.HeadlineFigures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

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
 * @param volatilityCap null when the cap never acted
 * @param idleCapital null when next to nothing lies idle at the end
 */
public record RunSummary(
    RunFacts run,
    SortedMap<String, Long> rows,
    double finalEquity,
    HeadlineFigures headline,
    TradingFigures trading,
    List<PodFigures> pods,
    @Nullable VolatilityCapFigures volatilityCap,
    @Nullable IdleFigures idleCapital) {

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
        VolatilityCapFigures.of(db),
        IdleFigures.of(books, db));
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
