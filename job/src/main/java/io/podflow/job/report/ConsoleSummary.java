package io.podflow.job.report;

import io.podflow.connectors.rundb.BenchmarkFigures;
import io.podflow.connectors.rundb.DayRange;
import io.podflow.connectors.rundb.DeepestFall;
import io.podflow.connectors.rundb.Earnings;
import io.podflow.connectors.rundb.IdleFigures;
import io.podflow.connectors.rundb.PodFigures;
import io.podflow.connectors.rundb.RunCosts;
import io.podflow.connectors.rundb.RunDb;
import io.podflow.connectors.rundb.RunFacts;
import io.podflow.connectors.rundb.RunFolder;
import io.podflow.connectors.rundb.RunSummary;
import io.podflow.connectors.rundb.TradingFigures;
import io.podflow.connectors.rundb.VolatilityCapFigures;
import io.podflow.domain.journal.AssetRow;
import io.podflow.domain.metrics.HeadlineFigures;
import io.podflow.domain.settings.LifecycleState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the terminal shows of a finished run. */
public final class ConsoleSummary {

  private static final int NOTES = 8;

  private final RunSummary summary;
  private final StringBuilder text = new StringBuilder();

  private ConsoleSummary(RunSummary summary) {
    this.summary = summary;
  }

  /** The summary of the finished run in folder {@code run}; lines end with a line feed. */
  public static String of(Path run) throws IOException {
    RunSummary summary = RunSummary.read(run.resolve(RunFolder.SUMMARY));
    try (RunDb db = RunDb.open(RunFolder.databaseOf(run))) {
      ConsoleSummary page = new ConsoleSummary(summary);
      page.ruin();
      page.facts();
      page.accepted();
      page.missedMuch();
      page.idleCapital();
      page.earnings();
      page.benchmarks();
      page.portfolio();
      page.remarks();
      page.pods();
      page.lifecycle(LifecycleWords.of(db));
      page.decisions(db.lastAssets());
      page.notes(DataNote.of(db));
      page.files(run);
      return page.text.toString();
    }
  }

  /** Before anything else: what follows is of a run that had an end. */
  private void ruin() {
    String at = summary.ruinedAt();
    if (at != null) {
      line(
          "ruined on %s: equity %s, debt %s; judged at closes, not within bars",
          Figures.time(Instant.parse(at).toEpochMilli()),
          Figures.money(summary.finalEquity()),
          Figures.money(summary.debt()));
    }
  }

  private void facts() {
    RunFacts run = summary.run();
    line("%s: %s, bars: %s", run.name(), range(), run.bars());
    line(
        "podflow %s, engine %s, parallelism %d, %.1f s",
        run.version(), run.engine(), run.parallelism(), run.wallSeconds());
    if (run.synthetic()) {
      line("SYNTHETIC DATA: made-up bars; these figures say nothing about any market");
    }
  }

  /** What is wanted and not traded comes before any figure. */
  private void missedMuch() {
    if (Missed.isMuch(summary)) {
      line("%s", Missed.line(summary));
    }
  }

  private void idleCapital() {
    IdleFigures idle = summary.idleCapital();
    if (idle != null) {
      line(
          "IDLE CAPITAL: %s of equity (%s) since %s: %s",
          Figures.share(idle.share()), Figures.money(idle.reserve()), idle.since(), idle.why());
    }
  }

  private void accepted() {
    for (String fault : summary.accepted()) {
      line("ACCEPTED, against the rules for bars: %s", fault);
    }
  }

  /** What was used comes first: a range that was asked for earns nothing. */
  private String range() {
    DayRange asked = summary.rangeAsked();
    DayRange used = summary.rangeUsed();
    if (used == null) {
      return "no close; asked for " + asked.from() + " .. " + asked.to();
    }
    String days = used.from() + " .. " + used.to();
    return used.equals(asked)
        ? days
        : days + " (asked for " + asked.from() + " .. " + asked.to() + ")";
  }

  /** The money: what each pod has earned in the portfolio. */
  private void earnings() {
    Earnings earnings = summary.earnings();
    heading(
        "Earned in the portfolio (fills, marks, fees, funding; the sum is equity - initial"
            + " capital)");
    TextTable table =
        new TextTable(2, "pod", "state", "earned", "of capital", "fees", "fills", "capital");
    for (Earnings.OfPod pod : earnings.pods()) {
      table.row(
          pod.pod(),
          pod.state(),
          Figures.money(pod.earned()),
          Figures.percent(pod.ofCapital()),
          Figures.money(pod.fees()),
          Figures.format("%,d", pod.fills()),
          Figures.money(pod.capital()));
    }
    double capital = summary.run().initialCapital();
    boolean dayGoesOn = Math.abs(earnings.rest()) >= 0.005;
    table.row(
        dayGoesOn ? "reserve, last day not ended" : "reserve",
        "",
        Figures.money(dayGoesOn ? earnings.rest() : 0),
        Figures.percent(earnings.rest() / capital),
        "",
        "",
        "");
    table.row(
        "portfolio",
        "",
        Figures.money(earnings.total()),
        Figures.percent(earnings.total() / capital),
        Figures.money(summary.trading().fees()),
        "",
        Figures.money(summary.finalEquity()));
    text.append(table.text());
  }

  /** The same capital, invested without any decision. */
  private void benchmarks() {
    heading("Compared with (the same capital over the same range)");
    TextTable table =
        new TextTable(
            1, "", "return", "CAGR", "max drawdown", "Sharpe", "Sortino", "Calmar", "equity");
    compared(table, "this run", summary.headline(), summary.finalEquity());
    for (BenchmarkFigures benchmark : summary.benchmarks()) {
      compared(table, benchmark.name(), benchmark.headline(), benchmark.finalEquity());
    }
    text.append(table.text());
  }

  private static void compared(TextTable table, String name, HeadlineFigures all, double equity) {
    table.row(
        name,
        Figures.percent(all.totalReturn()),
        Figures.percent(all.cagr()),
        Figures.share(all.maxDrawdown()),
        Figures.ratio(all.sharpe()),
        Figures.ratio(all.sortino()),
        Figures.ratio(all.calmar()),
        Figures.money(equity));
  }

  /** What the figures do not show of themselves. */
  private void remarks() {
    DeepestFall fall = summary.deepestFall();
    if (fall.troughAt() != null) {
      line(
          "  Max drawdown from %s (%s) to %s; turnover counts buying and selling",
          Figures.money(fall.peak()),
          fall.peakAt() == null ? "the initial capital" : fall.peakAt(),
          fall.troughAt());
    }
    RunCosts costs = summary.run().costs();
    if (costs != null && costs.maxVolumeShare() != null && summary.volumeShareExceeded() > 0) {
      line(
          "  %,d of %,d orders are above %s of what was traded in the bar they were filled in",
          summary.volumeShareExceeded(),
          summary.trading().orders(),
          Figures.share(costs.maxVolumeShare()));
      line(
          "  Round trips with such an order have %s of all |profit and loss|",
          Figures.share(summary.volumeShareExceededPnl()));
    }
  }

  private void portfolio() {
    HeadlineFigures all = summary.headline();
    TradingFigures trading = summary.trading();
    heading("Portfolio (%s periods, %,d of them)", summary.run().timeframe(), all.periods());
    pair(
        "Total return",
        Figures.percent(all.totalReturn()),
        "Max drawdown",
        Figures.share(all.maxDrawdown()));
    pair("CAGR", Figures.percent(all.cagr()), "Volatility", Figures.share(all.volatility()));
    pair("Sharpe", Figures.ratio(all.sharpe()), "Sortino", Figures.ratio(all.sortino()));
    pair(
        "Calmar",
        Figures.ratio(all.calmar()),
        "Turnover a year",
        Figures.ratio(trading.turnoverPerYear()) + " x");
    pair(
        "Orders / fills",
        Figures.format("%,d / %,d", trading.orders(), trading.fills()),
        "Fees, slippage",
        Figures.money(trading.fees()));
    VolatilityCapFigures cap = summary.volatilityCap();
    if (cap != null) {
      pair(
          "Volatility cap",
          Figures.share(cap.boundShare()) + " of closes",
          "Mean factor",
          Figures.ratio(cap.meanScale()));
    }
    if (!Missed.isMuch(summary)) {
      line("  %s", Missed.line(summary));
    }
  }

  private void pods() {
    heading("Own accounts of the pods (their weights, flat costs, whatever capital they had)");
    TextTable table = new TextTable(2, "pod", "state", "days", "return", "Sharpe", "max drawdown");
    for (PodFigures pod : summary.pods()) {
      table.row(
          pod.pod(),
          pod.state(),
          Integer.toString(pod.days()),
          Figures.percent(pod.totalReturn()),
          Figures.ratio(pod.sharpe()),
          Figures.share(pod.maxDrawdown()));
    }
    text.append(table.text());
  }

  private void lifecycle(List<String> lines) {
    if (!lines.isEmpty()) {
      heading("Lifecycle and risk");
      lines.forEach(line -> line("  %s", line));
    }
  }

  private void decisions(List<AssetRow> rows) {
    Set<String> retired =
        summary.pods().stream()
            .filter(pod -> pod.state().equals(LifecycleState.RETIRED.name()))
            .map(PodFigures::pod)
            .collect(Collectors.toCollection(TreeSet::new));
    LastDecisions decisions = new LastDecisions(rows, retired);
    heading("Last decisions, %s (target: share of the pod's capital)", decisions.time());
    if (decisions.areNone()) {
      line("  none: every pod is retired (%s)", String.join(", ", retired));
      return;
    }
    text.append(decisions.table());
    if (!retired.isEmpty()) {
      line("  retired, so on paper only: %s", String.join(", ", retired));
    }
  }

  private void notes(List<DataNote> notes) {
    List<String> remarks = DataCounts.remarks(summary.run().data());
    if (notes.isEmpty() && remarks.isEmpty()) {
      return;
    }
    heading("Notes on the data");
    remarks.forEach(remark -> line("  %s", remark));
    for (DataNote note : notes.stream().limit(NOTES).toList()) {
      String times = note.count() > 1 ? " (" + note.count() + " times)" : "";
      line("  %s%s%s", note.symbol().isEmpty() ? "" : note.symbol() + ": ", note.message(), times);
    }
    if (notes.size() > NOTES) {
      line("  and %d more, in table events", notes.size() - NOTES);
    }
  }

  private void files(Path run) {
    heading("Written");
    long rows = summary.rows().values().stream().mapToLong(Long::longValue).sum();
    file(
        run,
        RunFolder.DATABASE,
        Figures.format("%,d rows in %d tables", rows, summary.rows().size()));
    file(run, RunFolder.SUMMARY, "these figures, unrounded");
    file(run, RunFolder.CONFIG, "the configuration with all defaults");
    file(run, RunFolder.REPORT, "open it in a browser");
  }

  private void file(Path run, String name, String what) {
    if (Files.exists(run.resolve(name))) {
      line("  %s  (%s)", run.resolve(name), what);
    }
  }

  private void pair(String left, String leftValue, String right, String rightValue) {
    line("  %-15s %15s     %-15s %15s", left, leftValue, right, rightValue);
  }

  private void heading(String format, Object... arguments) {
    text.append('\n');
    line(format, arguments);
  }

  private void line(String format, Object... arguments) {
    text.append(Figures.format(format, arguments)).append('\n');
  }
}
