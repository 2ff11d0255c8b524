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
 * The {@code summary.json} of a run. Keys are the component names in snake case; an undefined
 * number is null in the file and NaN in this record.
 *
 * @param run inputs and settings of the run
 * @param rows number of rows of every table of run.db
 * @param finalEquity equity at the last close, quote currency; NaN without closes
 * @param headline of the whole portfolio
 * @param trading of the whole portfolio
 * @param pods figures of the pods' own accounts, by id
 * @param earnings profit by pod
 * @param rangeAsked days of the range in the configuration
 * @param rangeUsed days of the first and of the last close; null without closes
 * @param deepestFall peak and trough of the maximum drawdown
 * @param benchmarks figures of the benchmarks for the same capital; equal weight is first
 * @param volumeShareExceeded number of orders whose value is above {@code max_volume_share} of the
 *     value traded in the bar of the fill
 * @param volumeShareExceededPnl Σ|profit or loss| of round trips with a fill of such an order / Σ
 *     of all round trips, fraction; NaN without a round trip or a limit
 * @param accepted faults of the bars that the settings accept, one sentence each
 * @param volatilityCap null when the cap had no volatility estimate, as without a limit
 * @param idleCapital null when the reserve at the end is at most 5 % of equity
 * @param ruinedAt close at which the portfolio was ruined, ISO-8601 UTC; null without a ruin. The
 *     headline figures of a ruined run end at that close
 * @param debt money owed at the last close after a ruin, quote currency
 * @param missed Σ tracking gap / Σ wanted gross, over the closes: the fraction of the wanted
 *     exposure that was not held (decision TR5); NaN without wanted exposure
 * @param unsentByRule number of rows of {@code unsent}, by the rule that blocked the order
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

  /** {@code accepted} is null in summaries that are older than the component. */
  @SuppressWarnings("NullAway")
  public RunSummary {
    accepted = accepted == null ? List.of() : List.copyOf(accepted);
  }

  /** As {@link #of(RunFacts, RunDb, List)}, for bars without faults. */
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
      // Rows between closes have no tracking gap.
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
