package io.podflow.job.step;

import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.journal.MonitorRow;
import io.podflow.domain.journal.PodRow;
import io.podflow.domain.journal.TargetRow;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.settings.LifecycleState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;

/**
 * What the portfolio last wrote down, as gauges: NaN before the first time. Levels are 0 normal, 1
 * warning, 2 critical; {@code pod_lifecycle_state} is the place of the state between INCUBATION, 0,
 * and RETIRED, 4. Fractions, not percents.
 */
final class PortfolioGauges {

  private static final List<String> LEVELS = List.of("NORMAL", "WARNING", "CRITICAL");

  private static final List<String> PORTFOLIO =
      List.of("equity", "drawdown", "gross_exposure", "net_exposure", "risk_scale");

  private static final List<String> POD =
      List.of(
          "pod_lifecycle_state",
          "pod_allocation_fraction",
          "pod_capital",
          "pod_sharpe",
          "pod_drawdown",
          "pod_detector_score",
          "gbm_drawdown_depth",
          "gbm_drawdown_duration_days",
          "gbm_severity",
          "distribution_ks_statistic",
          "distribution_p_value",
          "distribution_severity",
          "ransac_slope",
          "ransac_lower_bound",
          "ransac_current_cumulative",
          "ransac_severity");

  private final Gauges gauges;
  private final Map<String, Double> values = new TreeMap<>();
  private int pods;

  PortfolioGauges(Gauges gauges) {
    this.gauges = gauges;
    PORTFOLIO.forEach(name -> gauges.ofPortfolio(name, last(name)));
  }

  /** Offers those of the pods; a pod that comes later gets its own then. */
  void cover(PortfolioLayout layout) {
    for (; pods < layout.podCount(); pods++) {
      String pod = layout.pod(pods).podId();
      POD.forEach(name -> gauges.ofPod(pod, name, last(key(pod, name))));
    }
  }

  private DoubleSupplier last(String key) {
    return () -> values.getOrDefault(key, Double.NaN);
  }

  void update(PortfolioLayout layout, PortfolioDecision decision) {
    cover(layout);
    decision.equity().forEach(this::books);
    decision.targets().forEach(this::target);
    decision.pods().forEach(this::pod);
    decision.monitors().forEach(this::monitor);
  }

  private void books(EquityRow row) {
    values.put("equity", row.equity());
    values.put("drawdown", row.drawdown());
    values.put("gross_exposure", row.grossExposure());
    values.put("net_exposure", row.netExposure());
  }

  private void target(TargetRow row) {
    values.put("risk_scale", row.riskScale());
  }

  private void pod(PodRow row) {
    int state = LifecycleState.valueOf(row.state()).ordinal();
    values.put(key(row.pod(), "pod_lifecycle_state"), (double) state);
    values.put(key(row.pod(), "pod_allocation_fraction"), row.fraction());
    values.put(key(row.pod(), "pod_capital"), row.capital());
    values.put(key(row.pod(), "pod_sharpe"), row.sharpe());
    values.put(key(row.pod(), "pod_drawdown"), row.drawdown());
    values.put(key(row.pod(), "pod_detector_score"), row.detectorScore());
  }

  private void monitor(MonitorRow row) {
    values.put(key(row.pod(), "gbm_drawdown_depth"), row.gbmDepth());
    values.put(key(row.pod(), "gbm_drawdown_duration_days"), (double) row.gbmDurationDays());
    values.put(key(row.pod(), "gbm_severity"), level(row.gbmLevel()));
    values.put(key(row.pod(), "distribution_ks_statistic"), row.ksStatistic());
    values.put(key(row.pod(), "distribution_p_value"), row.ksPValue());
    values.put(key(row.pod(), "distribution_severity"), level(row.ksLevel()));
    values.put(key(row.pod(), "ransac_slope"), row.decaySlope());
    values.put(key(row.pod(), "ransac_lower_bound"), row.decayLowerBound());
    values.put(key(row.pod(), "ransac_current_cumulative"), row.decayCumulative());
    values.put(key(row.pod(), "ransac_severity"), level(row.decayLevel()));
  }

  private static double level(String name) {
    return LEVELS.indexOf(name);
  }

  private static String key(String pod, String name) {
    return pod + '\0' + name;
  }
}
