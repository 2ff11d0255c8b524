package io.podflow.live.paper;

import io.podflow.domain.execution.ExchangeReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How reliably reports reach their topic. What befalls a report follows from the seed and its
 * sequence.
 *
 * @param seed of everything that is left to chance
 * @param repeats chance of a report to be sent twice
 * @param disorder chance of a report to be sent behind the heartbeat of its close
 * @param latency before the reports of a close are sent
 */
public record Delivery(long seed, double repeats, double disorder, Duration latency) {

  /** Once, in order, at once. */
  public static final Delivery RELIABLE = new Delivery(0, 0, 0, Duration.ZERO);

  /** The reports of a close as they are sent. */
  List<ExchangeReport> sent(List<ExchangeReport> reports) {
    List<ExchangeReport> inOrder = new ArrayList<>();
    List<ExchangeReport> behind = new ArrayList<>();
    for (ExchangeReport report : reports) {
      SplittableRandom random = new SplittableRandom(seed ^ report.sequence() << 20);
      boolean late =
          report.kind() != ExchangeReport.Kind.HEARTBEAT && random.nextDouble() < disorder;
      (late ? behind : inOrder).add(report);
      if (random.nextDouble() < repeats) {
        behind.add(report);
      }
    }
    inOrder.addAll(behind);
    return inOrder;
  }
}
