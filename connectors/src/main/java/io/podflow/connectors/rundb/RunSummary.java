package io.podflow.connectors.rundb;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.market.UtcDays;
import io.podflow.domain.metrics.HeadlineFigures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
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
 * @param pods by id: their own accounts
 * @param earnings the money earned, by pod
 * @param rangeAsked days that the configuration asks for
 * @param rangeUsed days of the first and of the last close; null when there were no closes
 * @param deepestFall where the maximum drawdown lies
 * @param benchmarks what the same capital came to otherwise; the first is equal weight
 * @param volumeShareExceeded orders whose value is above {@code max_volume_share} of what was
 *     traded in the bar they were filled in
 * @param volumeShareExceededPnl share of Σ|profit or loss| of the round trips that have such a
 *     fill; NaN without a round trip
 * @param accepted what is wrong with the bars and was accepted all the same, a sentence each
 * @param volatilityCap null when the cap never acted
 * @param idleCapital null when next to nothing lies idle at the end
 * @param ruinedAt the close at which the portfolio was ruined, ISO; null when it was not. The
 *     headline figures of a ruined run end there
 * @param debt what is owed at the last close, quote currency
 * @param missed Σ gap / Σ wanted: the share of what was wanted that was not held (decision TR5);
 *     NaN when nothing ever was
 * @param unsentByRule rows of unsent, by the rule that refused
 */
@JsonPropertyOrder({"ruined_at", "debt"})
public record RunSummary(
    RunFacts run,
    SortedMap<String, Long> rows,
    double finalEquity,
    HeadlineFigures headline,
    TradingFigures trading,
    List<PodFigures> pods,
    Earnings earnings,
    DayRange rangeAsked,
    @Nullable DayRange rangeUsed,
    DeepestFall deepestFall,
    List<BenchmarkFigures> benchmarks,
    long volumeShareExceeded,
    double volumeShareExceededPnl,
    List<String> accepted,
    @Nullable VolatilityCapFigures volatilityCap,
    @Nullable IdleFigures idleCapital,
    @Nullable String ruinedAt,
    double debt,
    double missed,
    SortedMap<String, Long> unsentByRule) {

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
    List<Ruin> ruins = Ruin.of(db, books);
    Ruin ruin = ruins.isEmpty() ? null : ruins.get(0);
    HeadlineFigures headline =
        ruin == null ? headline(facts, books) : headline(facts, ruin.before(books)).ruined();
    double last = books.isEmpty() ? Double.NaN : books.get(books.size() - 1).equity();
    RunCosts costs = facts.costs();
    VolumeFigures volume = VolumeFigures.of(db, costs == null ? null : costs.maxVolumeShare());
    return new RunSummary(
        facts,
        db.rowCounts(),
        last,
        headline,
        TradingFigures.of(db, books, headline),
        PodFigures.of(db),
        Earnings.of(db, facts.initialCapital(), last),
        new DayRange(facts.from(), facts.to()),
        used(books),
        DeepestFall.of(facts.initialCapital(), books),
        BenchmarkFigures.of(db, facts),
        volume.exceeded(),
        volume.shareOfProfit(),
        accepted,
        VolatilityCapFigures.of(db),
        IdleFigures.of(books, db),
        ruin == null ? null : ruin.time(),
        ruin == null ? 0 : ruin.debt(),
        missed(books),
        unsentByRule(db));
  }

  /** No bar is longer than a day, so a bar opens on the day that its close belongs to. */
  private static @Nullable DayRange used(List<EquityRow> books) {
    return books.isEmpty()
        ? null
        : new DayRange(day(books.get(0)), day(books.get(books.size() - 1)));
  }

  private static LocalDate day(EquityRow row) {
    return LocalDate.ofEpochDay(UtcDays.dayOf(row.time()));
  }

  private static HeadlineFigures headline(RunFacts facts, List<EquityRow> books) {
    return HeadlineFigures.of(
        facts.initialCapital(),
        books.stream().mapToLong(EquityRow::time).toArray(),
        books.stream().mapToDouble(EquityRow::equity).toArray(),
        facts.timeframe());
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
