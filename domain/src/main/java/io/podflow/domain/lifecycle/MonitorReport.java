package io.podflow.domain.lifecycle;

/**
 * A day's figures of the monitors (docs/lifecycle.md, "Monitors"). Where there are too few returns,
 * figures are NaN and levels NORMAL.
 */
public record MonitorReport(
    GbmDrawdown gbmDrawdown, DistributionDrift distributionDrift, AlphaDecay decay) {

  /** Nothing could be said. */
  public static final MonitorReport NONE =
      new MonitorReport(GbmDrawdown.UNKNOWN, DistributionDrift.UNKNOWN, AlphaDecay.UNKNOWN);
}
