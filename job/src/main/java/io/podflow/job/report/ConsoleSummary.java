package io.podflow.job.report;

import io.podflow.connectors.rundb.PodFigures;
import io.podflow.connectors.rundb.RunDb;
import io.podflow.connectors.rundb.RunFacts;
import io.podflow.connectors.rundb.RunFolder;
import io.podflow.connectors.rundb.RunSummary;
import io.podflow.connectors.rundb.TradingFigures;
import io.podflow.domain.journal.AssetRow;
import io.podflow.domain.metrics.HeadlineFigures;
import io.podflow.domain.settings.LifecycleState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
      page.facts();
      page.portfolio();
      page.pods();
      page.lifecycle(LifecycleWords.of(db));
      page.decisions(db.lastAssets());
      page.notes(DataNote.of(db));
      page.files(run);
      return page.text.toString();
    }
  }

  private void facts() {
    RunFacts run = summary.run();
    line("%s: %s .. %s, bars: %s", run.name(), run.from(), run.to(), run.bars());
    line(
        "podflow %s, engine %s, parallelism %d, %.1f s",
        run.version(), run.engine(), run.parallelism(), run.wallSeconds());
    if (run.synthetic()) {
      line("SYNTHETIC DATA: made-up bars; these figures say nothing about any market");
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
    line("  %s", Missed.line(summary));
  }

  private void pods() {
    heading("Pods (return, Sharpe, drawdown: of the pod's own account)");
    TextTable table =
        new TextTable(
            2, "pod", "state", "days", "return", "Sharpe", "max drawdown", "capital", "fees");
    for (PodFigures pod : summary.pods()) {
      table.row(
          pod.pod(),
          pod.state(),
          Integer.toString(pod.days()),
          Figures.percent(pod.totalReturn()),
          Figures.ratio(pod.sharpe()),
          Figures.share(pod.maxDrawdown()),
          Figures.money(pod.capital()),
          Figures.money(pod.fees()));
    }
    HeadlineFigures all = summary.headline();
    table.row(
        "portfolio",
        "",
        "",
        Figures.percent(all.totalReturn()),
        Figures.ratio(all.sharpe()),
        Figures.share(all.maxDrawdown()),
        Figures.money(summary.finalEquity()),
        Figures.money(summary.trading().fees()));
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
