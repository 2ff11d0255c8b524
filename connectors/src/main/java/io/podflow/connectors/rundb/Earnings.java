package io.podflow.connectors.rundb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The money that a run has earned, by pod (decision FI2): fills, marks, fees and funding of each
 * pod's part of the portfolio. The pods and the rest are the total.
 *
 * @param pods by id, those that have left included
 * @param rest what no pod's row has: 0, but for what was earned after the last day that has ended
 * @param total last equity − initial capital, quote currency
 */
public record Earnings(List<OfPod> pods, double rest, double total) {

  /**
   * One pod.
   *
   * @param earned quote currency
   * @param ofCapital earned / initial capital of the whole run
   * @param fees its part of fee, slippage and impact, quote currency; in {@code earned}
   * @param fills its parts of fills, and crosses with other pods
   * @param capital at the end of the last day, quote currency
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
