package io.podflow.savepoints.table;

import io.podflow.domain.lifecycle.PodLife;
import io.podflow.domain.pod.PodState;
import io.podflow.domain.portfolio.books.PortfolioState;

/** A row per pod: where it stands in its life, its capital, its own account. */
final class PodTable {

  private PodTable() {}

  static StateTable of(View view) {
    StateTable table =
        StateTable.of(
            "pods",
            "pod",
            "number",
            "lifecycle",
            "since",
            "capital",
            "cash",
            "fraction",
            "live_days",
            "drawdown",
            "sharpe",
            "trades",
            "loss_months",
            "detector_score",
            "detector_count",
            "detector_mean",
            "detector_sum",
            "detector_least");
    PortfolioState books = view.state().books();
    for (int p = 0; books != null && p < books.pods.length; p++) {
      PodLife life = books.lives[p];
      PodState memory = view.state().pod(p);
      table.add(
          books.pods[p],
          p,
          life.state.name(),
          Cells.day(life.enteredDay),
          books.ledger.capital(p),
          books.ledger.podCash[p],
          books.fractions[p],
          books.liveDays[p],
          books.drawdowns[p],
          memory == null ? null : memory.performance.sharpeRatio(),
          books.trades[p],
          life.lossMonths.inARow,
          life.detector.score(),
          life.detector.count,
          life.detector.mean,
          life.detector.sum,
          life.detector.least);
    }
    return table;
  }
}
