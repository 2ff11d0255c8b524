package io.podflow.domain.capital;

import io.podflow.domain.settings.CapitalMethod;
import io.podflow.domain.settings.OrchestratorSettings;
import io.podflow.domain.settings.RebalanceTrigger;
import io.podflow.domain.settings.TurnoverSettings;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Orchestrator settings of which a test names only those that capital reads. */
final class CapitalSettings {

  private static final Map<String, Object> DEFAULTS =
      Map.of(
          "allocationMethod",
          CapitalMethod.EQUAL_WEIGHT,
          "kellyFraction",
          0.25,
          "kellyConfidenceRamp",
          180,
          "correlationLookback",
          90,
          "rebalanceTrigger",
          RebalanceTrigger.HYBRID,
          "rebalanceCalendarDays",
          7,
          "rebalanceDriftThreshold",
          0.10,
          "minRebalanceTurnover",
          0.02,
          "turnoverConstraint",
          new TurnoverSettings(0.10, 0.30),
          "pods",
          List.of());

  private final Map<String, Object> values = new HashMap<>(DEFAULTS);

  static CapitalSettings of(CapitalMethod method) {
    return new CapitalSettings().with("allocationMethod", method);
  }

  /** Sets a component of {@link OrchestratorSettings} by its name; null for an absent section. */
  CapitalSettings with(String component, @Nullable Object value) {
    if (!DEFAULTS.containsKey(component)) {
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
