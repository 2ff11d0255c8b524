package io.podflow.connectors.rundb;

import io.podflow.domain.journal.PodRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Figures of one pod at the end of a run. Return, Sharpe and drawdown are those of the pod's own
 * account (the pod's own weights, compounding from 1, decision AC1), independent of the capital
 * allotted to the pod.
 *
 * @param pod id
 * @param state lifecycle state, upper case
 * @param days daily returns
 * @param totalReturn of the account, fraction
 * @param sharpe annualised by 365
 * @param maxDrawdown positive fraction
 * @param capital quote currency
 * @param fees the pod's share of fee, slippage and impact, quote currency
 */
public record PodFigures(
    String pod,
    String state,
    int days,
    double totalReturn,
    double sharpe,
    double maxDrawdown,
    double capital,
    double fees) {

  static List<PodFigures> of(RunDb db) {
    Map<String, Double> fees = new HashMap<>();
    db.forEach(
        "SELECT pod, total(fee) FROM pod_fills GROUP BY pod",
        row -> fees.put(row.text(0), row.real(1)));
    return db.lastPods().stream().map(p -> of(p, fees.getOrDefault(p.pod(), 0.0))).toList();
  }

  private static PodFigures of(PodRow row, double fees) {
    return new PodFigures(
        row.pod(),
        row.state(),
        row.liveDays(),
        row.account() - 1.0,
        row.sharpe(),
        row.maxDrawdown(),
        row.capital(),
        fees);
  }
}
