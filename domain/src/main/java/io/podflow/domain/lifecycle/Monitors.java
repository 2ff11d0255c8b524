package io.podflow.domain.lifecycle;

import static io.podflow.domain.metrics.Thresholds.text;

import io.podflow.domain.metrics.ReturnWindow;
import java.util.List;
import java.util.function.Supplier;

/** The three monitors of a day, with an alert for each that has changed its level. */
final class Monitors {

  private Monitors() {}

  /** Room for the longest look back. */
  static ReturnWindow emptyWindow() {
    return new ReturnWindow(DistributionDrift.RECENT + DistributionDrift.REFERENCE);
  }

  static MonitorReport check(MonitorState state, ReturnWindow returns, List<PodAlert> alerts) {
    GbmDrawdown drawdown = GbmDrawdown.of(state.performance, state.daysBelowPeak);
    DistributionDrift drift = DistributionDrift.of(returns);
    AlphaDecay decay = AlphaDecay.of(returns);
    note(state.drawdown, drawdown.level(), () -> message(drawdown), alerts);
    note(state.drift, drift.level(), () -> message(drift), alerts);
    note(state.decay, decay.level(), () -> message(decay), alerts);
    state.drawdown = drawdown.level();
    state.drift = drift.level();
    state.decay = decay.level();
    return new MonitorReport(drawdown, drift, decay);
  }

  private static void note(
      AlertLevel before, AlertLevel now, Supplier<String> message, List<PodAlert> alerts) {
    if (before != now) {
      alerts.add(new PodAlert(now, message.get()));
    }
  }

  private static String message(GbmDrawdown drawdown) {
    return "drawdown against Brownian motion: depth "
        + text(drawdown.depth())
        + " (limit "
        + text(drawdown.depthLimit())
        + "), "
        + drawdown.durationDays()
        + " days (limit "
        + drawdown.durationLimit()
        + ")";
  }

  private static String message(DistributionDrift drift) {
    return "distribution of the last 60 returns against those before: distance "
        + text(drift.statistic())
        + ", p value "
        + text(drift.pValue());
  }

  private static String message(AlphaDecay decay) {
    return "decay: slope "
        + text(decay.slope())
        + " a day, return "
        + text(decay.cumulative())
        + ", lower bound "
        + text(decay.lowerBound());
  }
}
