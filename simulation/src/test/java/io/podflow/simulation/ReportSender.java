package io.podflow.simulation;

import io.podflow.domain.execution.ExchangeReport;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Brings reports to their topic, some twice, and in any order between two heartbeats. */
final class ReportSender {

  private static final int REPEATABLE = 40;

  private final Topic<ExchangeReport> reports;
  private final Disturbances disturbances;
  private final List<ExchangeReport> recent = new ArrayList<>();

  ReportSender(Topic<ExchangeReport> reports, Disturbances disturbances) {
    this.reports = reports;
    this.disturbances = disturbances;
  }

  /** All that lies on the topic. */
  List<ExchangeReport> sent() {
    return reports.all();
  }

  void send(List<ExchangeReport> sent) {
    List<ExchangeReport> stretch = new ArrayList<>();
    for (ExchangeReport report : sent) {
      if (report.kind() == ExchangeReport.Kind.HEARTBEAT) {
        append(stretch);
        stretch.clear();
        append(List.of(report));
      } else {
        stretch.add(report);
      }
    }
    append(stretch);
  }

  private void append(List<ExchangeReport> stretch) {
    List<ExchangeReport> left = new ArrayList<>(stretch);
    boolean shuffled = left.size() > 1 && disturbances.strikes(Disturbance.SHUFFLED_REPORTS);
    SplittableRandom order = disturbances.random(Disturbance.SHUFFLED_REPORTS);
    while (!left.isEmpty()) {
      put(left.remove(shuffled ? order.nextInt(left.size()) : 0));
      if (disturbances.strikes(Disturbance.REPEATED_REPORT)) {
        SplittableRandom which = disturbances.random(Disturbance.REPEATED_REPORT);
        reports.append(recent.get(which.nextInt(recent.size())));
      }
    }
  }

  private void put(ExchangeReport report) {
    reports.append(report);
    recent.add(report);
    if (recent.size() > REPEATABLE) {
      recent.remove(0);
    }
  }
}
