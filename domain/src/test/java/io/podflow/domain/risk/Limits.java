package io.podflow.domain.risk;

import io.podflow.domain.settings.BreachSeverity;
import io.podflow.domain.settings.OrchestratorSettings;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Orchestrator settings of which a test names only those that risk reads. */
final class Limits {

  /** The limits of the vectors and the recovery of the defaults. */
  static final OrchestratorSettings USUAL = settings(BreachSeverity.WARNING);

  private Limits() {}

  static OrchestratorSettings settings(BreachSeverity podRisk) {
    return with(3.0, 0.15, 0.03, 0.4, 0.7, podRisk);
  }

  /** The usual limits, but for that on mean correlation. */
  static OrchestratorSettings correlation(double threshold, BreachSeverity severity) {
    return build(3.0, 0.15, 0.03, 0.4, threshold, BreachSeverity.WARNING, severity);
  }

  static OrchestratorSettings with(
      double leverage,
      double drawdown,
      double dailyLoss,
      double podRisk,
      double correlation,
      BreachSeverity severity) {
    return build(
        leverage, drawdown, dailyLoss, podRisk, correlation, severity, BreachSeverity.WARNING);
  }

  private static OrchestratorSettings build(
      double leverage,
      double drawdown,
      double dailyLoss,
      double podRisk,
      double correlation,
      BreachSeverity severity,
      BreachSeverity correlationSeverity) {
    return build(
        Map.ofEntries(
            Map.entry("maxGrossLeverage", leverage),
            Map.entry("maxPortfolioDrawdown", drawdown),
            Map.entry("dailyLossLimit", dailyLoss),
            Map.entry("maxPortfolioVolatility", 0.20),
            Map.entry("maxSinglePodRiskPct", podRisk),
            Map.entry("correlationStressThreshold", correlation),
            Map.entry("nettingOffsetWarningThreshold", 0.5),
            Map.entry("riskRecoverySteps", 3),
            Map.entry("prcBreachSeverity", severity),
            Map.entry("correlationBreachSeverity", correlationSeverity),
            Map.entry("pods", List.of())));
  }

  /** Without any limit. */
  static OrchestratorSettings off() {
    return build(Map.of("prcBreachSeverity", BreachSeverity.WARNING, "pods", List.of()));
  }

  private static OrchestratorSettings build(Map<String, Object> values) {
    RecordComponent[] components = OrchestratorSettings.class.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] arguments = Arrays.stream(components).map(c -> value(c, values)).toArray();
    try {
      return OrchestratorSettings.class.getDeclaredConstructor(types).newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Object value(RecordComponent component, Map<String, Object> values) {
    Object given = values.get(component.getName());
    if (given != null) {
      return given;
    }
    Class<?> type = component.getType();
    if (type == double.class) {
      return 0.0;
    }
    return type == int.class ? (Object) 0 : null;
  }
}
