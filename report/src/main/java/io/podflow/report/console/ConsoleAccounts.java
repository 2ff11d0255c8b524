package io.podflow.report.console;

import io.podflow.connectors.rundb.PodFigures;
import io.podflow.connectors.rundb.RunSummary;
import io.podflow.report.text.Figures;
import io.podflow.report.text.TextTable;

/**
 * Return, Sharpe and drawdown of the pods' own accounts, which do not depend on the portfolio
 * (decision EV8).
 */
record ConsoleAccounts(RunSummary summary) implements ConsoleSection {

  @Override
  public void writeTo(ConsoleText text) {
    text.heading("Own accounts of the pods (their weights, flat costs, whatever capital they had)");
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
    text.table(table);
  }
}
