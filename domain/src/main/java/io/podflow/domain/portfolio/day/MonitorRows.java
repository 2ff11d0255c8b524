package io.podflow.domain.portfolio.day;

import io.podflow.domain.journal.MonitorRow;
import io.podflow.domain.lifecycle.AlphaDecay;
import io.podflow.domain.lifecycle.DistributionDrift;
import io.podflow.domain.lifecycle.GbmDrawdown;
import io.podflow.domain.lifecycle.MonitorReport;
import org.jspecify.annotations.Nullable;

/** Writes the monitors' figures of a pod and day as rows of {@code monitors}. */
final class MonitorRows {

  private MonitorRows() {}

  /** Null as long as none of the monitors has anything to say. */
  static @Nullable MonitorRow of(long time, String pod, MonitorReport report) {
    GbmDrawdown drawdown = report.gbmDrawdown();
    DistributionDrift drift = report.distributionDrift();
    AlphaDecay decay = report.decay();
    if (Double.isNaN(drawdown.depth())) {
      return null;
    }
    return new MonitorRow(
        time,
        pod,
        drawdown.depth(),
        drawdown.depthLimit(),
        drawdown.durationDays(),
        drawdown.durationLimit(),
        drawdown.level().name(),
        drift.statistic(),
        drift.pValue(),
        drift.level().name(),
        decay.slope(),
        decay.lowerBound(),
        decay.cumulative(),
        decay.level().name());
  }
}
