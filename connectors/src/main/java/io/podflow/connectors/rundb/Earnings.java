package io.podflow.connectors.rundb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The profit of a run by pod (decision FI2), from fills, marks, fees and funding of each pod's part
 * of the portfolio. The profits of the pods plus {@code rest} are {@code total}.
 *
 * @param pods by id, removed pods included
 * @param rest profit in no pod's row: 0, except for profit after the last complete UTC day, quote
 *     currency
 * @param total last equity − initial capital, quote currency; 0 without closes
 */
public record Earnings(List<OfPod> pods, double rest, double total) {

  /**
   * One pod.
   *
   * @param earned quote currency
   * @param ofCapital {@code earned} / initial capital of the whole run, fraction
   * @param fees the pod's part of fee, slippage and impact, quote currency; included in {@code
   *     earned}
   * @param fills number of the pod's shares of fills, crosses with other pods included
   * @param capital capital at the end of the last day, quote currency
   */
  public record OfPod(
      String pod,
      String state,
      double earned,
      double ofCapital,
      double fees,
      long fills,
      double capital) {}

  private record Traded(double fees, long fills) {
    static final Traded NOTHING = new Traded(0, 0);
  }

  static Earnings of(RunDb db, double capital, double finalEquity) {
    Map<String, Traded> traded = new HashMap<>();
    db.forEach(
        "SELECT pod, total(fee), count(*) FROM pod_fills GROUP BY pod",
        row -> traded.put(row.text(0), new Traded(row.real(1), row.large(2))));
    Map<String, Double> earned = new HashMap<>();
    db.forEach(
        "SELECT pod, total(earned) FROM pods GROUP BY pod",
        row -> earned.put(row.text(0), row.real(1)));
    List<OfPod> pods = new ArrayList<>();
    double sum = 0;
    for (var pod : db.lastPods()) {
      double money = earned.getOrDefault(pod.pod(), 0.0);
      Traded fills = traded.getOrDefault(pod.pod(), Traded.NOTHING);
      sum += money;
      pods.add(
          new OfPod(
              pod.pod(),
              pod.state(),
              money,
              money / capital,
              fills.fees(),
              fills.fills(),
              pod.capital()));
    }
    double total = Double.isNaN(finalEquity) ? 0 : finalEquity - capital;
    return new Earnings(pods, total - sum, total);
  }
}
