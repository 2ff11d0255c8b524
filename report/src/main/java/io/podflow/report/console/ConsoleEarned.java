package io.podflow.report.console;

import io.podflow.connectors.rundb.Earnings;
import io.podflow.connectors.rundb.RunSummary;
import io.podflow.report.text.Figures;
import io.podflow.report.text.TextTable;

/** The profit of each pod in the portfolio, quote currency (decision FI2). */
record ConsoleEarned(RunSummary summary) implements ConsoleSection {

  @Override
  public void writeTo(ConsoleText text) {
    Earnings earnings = summary.earnings();
    text.heading(
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
    text.table(table);
  }
}
