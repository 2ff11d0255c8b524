package io.podflow.domain.capital;

import io.podflow.domain.settings.CapitalMethod;
import io.podflow.domain.settings.Covariance;
import io.podflow.domain.settings.OrchestratorSettings;
import io.podflow.domain.settings.RebalanceTrigger;
import io.podflow.domain.settings.RollingSharpeSettings;
import io.podflow.domain.settings.TurnoverSettings;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Orchestrator settings of which a test names only those that capital reads. */
final class CapitalSettings {

  private static final Map<String, Object> DEFAULTS =
      Map.ofEntries(
          Map.entry("allocationMethod", CapitalMethod.EQUAL_WEIGHT),
          Map.entry("kellyFraction", 0.25),
          Map.entry("kellyConfidenceRamp", 180),
          Map.entry("correlationLookback", 90),
          Map.entry("covariance", Covariance.SAMPLE),
          Map.entry("weightShrinkage", 0.0),
          Map.entry("volatilityFloor", 0.0),
          Map.entry("rollingSharpe", RollingSharpeSettings.DEFAULT),
          Map.entry("rebalanceTrigger", RebalanceTrigger.HYBRID),
          Map.entry("rebalanceCalendarDays", 7),
          Map.entry("rebalanceDriftThreshold", 0.10),
          Map.entry("minRebalanceTurnover", 0.02),
          Map.entry("turnoverConstraint", new TurnoverSettings(0.10, 0.30)),
          Map.entry("pods", List.of()));

  private static final Set<String> OVERLAYS =
      Set.of("drawdownDerisk", "volatilityTarget", "cashBuffer");

  private final Map<String, Object> values = new HashMap<>(DEFAULTS);

  static CapitalSettings of(CapitalMethod method) {
    return new CapitalSettings().with("allocationMethod", method);
  }

  /** Sets a component of {@link OrchestratorSettings} by its name; null for an absent section. */
  CapitalSettings with(String component, @Nullable Object value) {
    if (!DEFAULTS.containsKey(component) && !OVERLAYS.contains(component)) {
      throw new IllegalArgumentException("capital does not read " + component);
    }
    values.put(component, value);
    return this;
  }

  OrchestratorSettings build() {
    RecordComponent[] components = OrchestratorSettings.class.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] arguments = Arrays.stream(components).map(this::value).toArray();
    try {
      return OrchestratorSettings.class.getDeclaredConstructor(types).newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private @Nullable Object value(RecordComponent component) {
    if (values.containsKey(component.getName())) {
      return values.get(component.getName());
    }
    Class<?> type = component.getType();
    if (type == double.class) {
      return 0.0;
    }
    return type == int.class ? (Object) 0 : null;
  }
}
