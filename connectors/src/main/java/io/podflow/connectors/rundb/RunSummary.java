package io.podflow.connectors.rundb;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
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
 * @param ruinedAt the close at which the portfolio was ruined, ISO; null when it was not. The
 *     headline figures of a ruined run end there
 * @param debt what is owed at the last close, quote currency
 */
@JsonPropertyOrder({"ruined_at", "debt"})
public record RunSummary(
    RunFacts run,
    SortedMap<String, Long> rows,
    double finalEquity,
    HeadlineFigures headline,
    TradingFigures trading,
    List<PodFigures> pods,
    @Nullable String ruinedAt,
    double debt) {

  /** Sums up a finished {@code run.db}. */
  public static RunSummary of(RunFacts facts, RunDb db) {
    List<EquityRow> books = db.equity();
    List<Ruin> ruins = Ruin.of(db, books);
    Ruin ruin = ruins.isEmpty() ? null : ruins.get(0);
    HeadlineFigures headline =
        ruin == null
            ? headline(facts, books)
            : headline(facts, ruin.before(books)).ruined();
    return new RunSummary(
        facts,
        db.rowCounts(),
        books.isEmpty() ? Double.NaN : books.get(books.size() - 1).equity(),
        headline,
        TradingFigures.of(db, headline),
        PodFigures.of(db),
        ruin == null ? null : ruin.time(),
        ruin == null ? 0 : ruin.debt());
  }

  private static HeadlineFigures headline(RunFacts facts, List<EquityRow> books) {
    return HeadlineFigures.of(
        books.stream().mapToLong(EquityRow::time).toArray(),
        books.stream().mapToDouble(EquityRow::equity).toArray(),
        facts.timeframe());
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
