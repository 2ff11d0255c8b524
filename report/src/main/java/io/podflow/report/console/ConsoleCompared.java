package io.podflow.report.console;

import io.podflow.connectors.rundb.BenchmarkFigures;
import io.podflow.connectors.rundb.RunSummary;
import io.podflow.domain.metrics.HeadlineFigures;
import io.podflow.report.text.Figures;
import io.podflow.report.text.TextTable;

/** The run compared with its benchmarks for the same capital (decision FI2). */
record ConsoleCompared(RunSummary summary) implements ConsoleSection {

  @Override
  public void writeTo(ConsoleText text) {
    text.heading("Compared with (the same capital over the same range)");
    TextTable table =
        new TextTable(
            1, "", "return", "CAGR", "max drawdown", "Sharpe", "Sortino", "Calmar", "equity");
    compared(table, "this run", summary.headline(), summary.finalEquity());
    for (BenchmarkFigures benchmark : summary.benchmarks()) {
      compared(table, benchmark.name(), benchmark.headline(), benchmark.finalEquity());
    }
    text.table(table);
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
}
