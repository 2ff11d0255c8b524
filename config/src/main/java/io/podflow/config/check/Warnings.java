package io.podflow.config.check;

import io.podflow.config.violation.NearestName;
import io.podflow.domain.settings.ExposureBasis;
import io.podflow.domain.settings.OrchestratorSettings;
import io.podflow.domain.settings.PageHinkleySettings;
import io.podflow.domain.settings.PodSettings;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.domain.strategy.StrategyCatalogue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Warnings, one line each, about a configuration that is valid but perhaps not intended. */
public final class Warnings {

  /** A daily return, a fraction, is seldom this far below its mean … */
  private static final double DEAF_DELTA = 0.05;

  /**
   * … and a hard stop on drawdown acts long before the cumulated shortfall is all of the capital.
   */
  private static final double DEAF_LAMBDA = 1;

  private final List<String> lines = new ArrayList<>();

  private Warnings() {}

  public static List<String> of(PodflowSettings settings, StrategyCatalogue catalog) {
    Warnings warnings = new Warnings();
    warnings.turnoverIsOff(settings.orchestrator());
    warnings.limitsAreOff(settings.orchestrator());
    warnings.historyIsUnused(settings);
    warnings.detectorIsDeaf(settings.orchestrator().pageHinkley());
    List<PodSettings> pods = settings.orchestrator().pods();
    for (int i = 0; i < pods.size(); i++) {
      warnings.strategyIsMissing(pods.get(i), "orchestrator.pods." + i, catalog);
      warnings.lines.addAll(
          SelectorWarnings.of(pods.get(i), "orchestrator.pods." + i + ".asset_selector"));
      warnings.ordersAreTooSmall(pods.get(i), "orchestrator.pods." + i, settings);
    }
    warnings.lines.addAll(HoldingWarnings.of(settings.orchestrator(), catalog));
    warnings.lines.addAll(IdleShares.of(pods));
    return List.copyOf(warnings.lines);
  }

  /** Decision CA2. */
  private void turnoverIsOff(OrchestratorSettings orchestrator) {
    if (orchestrator.turnoverConstraint() == null) {
      lines.add(
          "orchestrator.turnover_constraint: null turns the turnover limits off;"
              + " leave the key out for the default limits");
    }
  }

  /** Decision EV4. The cap on volatility is absent here because the cap is off by default. */
  private void limitsAreOff(OrchestratorSettings orchestrator) {
    limitIsOff("max_portfolio_drawdown", orchestrator.maxPortfolioDrawdown());
    limitIsOff("daily_loss_limit", orchestrator.dailyLossLimit());
    limitIsOff("max_gross_leverage", orchestrator.maxGrossLeverage());
    limitIsOff("max_single_pod_risk_pct", orchestrator.maxSinglePodRiskPct());
    limitIsOff("correlation_stress_threshold", orchestrator.correlationStressThreshold());
    limitIsOff("netting_offset_warning_threshold", orchestrator.nettingOffsetWarningThreshold());
  }

  private void limitIsOff(String key, @Nullable Double limit) {
    if (limit == null) {
      lines.add(
          "orchestrator."
              + key
              + ": null turns this limit off; leave the key out for the default limit");
    }
  }

  /**
   * Decision FP22: one key, {@code backtest.warmup_days}, sets how many days of history are read.
   */
  private void historyIsUnused(PodflowSettings settings) {
    if (settings.orchestrator().live().history() != null && settings.backtest().warmupDays() == 0) {
      lines.add(
          "orchestrator.live.history: nothing is read from there, as backtest.warmup_days is 0;"
              + " expected: the days that windows need");
    }
  }

  /**
   * Decision AC3: a detector with delta and lambda for standardised returns, such as the defaults,
   * never fires on raw returns.
   */
  private void detectorIsDeaf(PageHinkleySettings detector) {
    if (!detector.standardise()
        && (detector.delta() >= DEAF_DELTA || detector.lambda() >= DEAF_LAMBDA)) {
      lines.add(
          "orchestrator.page_hinkley: standardise: false makes delta "
              + detector.delta()
              + " and lambda "
              + detector.lambda()
              + " fractions of capital, with which daily returns hardly ever fire;"
              + " expected: delta below "
              + DEAF_DELTA
              + " and lambda below "
              + DEAF_LAMBDA);
    }
  }

  private void strategyIsMissing(PodSettings pod, String path, StrategyCatalogue catalog) {
    if (catalog.find(pod.strategyName()).isEmpty()) {
      String nearest = NearestName.of(pod.strategyName(), List.copyOf(catalog.names()));
      lines.add(
          path
              + ".strategy_name: '"
              + pod.strategyName()
              + "' is not installed, so its parameters are not checked and it cannot run"
              + (nearest.isEmpty() ? "" : "; nearest known: " + nearest));
    }
  }

  /** Decision TR5: a pod whose usual order is below the smallest order never trades. */
  private void ordersAreTooSmall(PodSettings pod, String path, PodflowSettings settings) {
    int symbols = pod.symbols().size();
    int whole = pod.exposureBasis() == ExposureBasis.PER_ASSET ? symbols : 1;
    double target = pod.initialFraction() * Math.min(whole, pod.maxLeverage()) / symbols;
    OrchestratorSettings orchestrator = settings.orchestrator();
    double capital = settings.backtest().capital();
    if (target <= 0) {
      return;
    }
    if (target < orchestrator.minOrder()) {
      lines.add(tooSmall(path, target, "orchestrator.min_order, " + orchestrator.minOrder()));
    } else if (target * capital < orchestrator.minNotional()) {
      lines.add(
          tooSmall(path, target, "orchestrator.min_notional, " + orchestrator.minNotional())
              + ", at a capital of "
              + capital);
    }
  }

  private static String tooSmall(String path, double target, String limit) {
    return path
        + ": a typical target, "
        + target
        + " of equity in each symbol, is below "
        + limit
        + ": entries will not be sent; expected: fewer symbols, a larger initial_fraction, or a"
        + " lower limit";
  }
}
