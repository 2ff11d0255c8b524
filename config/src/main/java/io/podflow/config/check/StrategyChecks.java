package io.podflow.config.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.podflow.api.Parameter;
import io.podflow.api.Parameters;
import io.podflow.api.StrategyProvider;
import io.podflow.config.violation.ViolationLog;
import io.podflow.domain.settings.Market;
import io.podflow.domain.settings.PodSettings;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.domain.strategy.StrategyCatalogue;
import java.util.List;
import java.util.Map;

/**
 * Compares {@code strategy_params} with the parameters of the installed strategies. Parameters of a
 * strategy that is not installed are not checked.
 */
public final class StrategyChecks {

  private final StrategyCatalogue catalog;

  public StrategyChecks(StrategyCatalogue catalog) {
    this.catalog = catalog;
  }

  /**
   * Adds the defaults of missing parameters, so that the effective configuration has every
   * parameter and a later default cannot change an old run.
   */
  public void fillDefaults(ObjectNode document) {
    for (JsonNode pod : document.path("orchestrator").path("pods")) {
      catalog
          .find(pod.path("strategy_name").asText())
          .ifPresent(provider -> fillDefaults((ObjectNode) pod, provider));
    }
  }

  private static void fillDefaults(ObjectNode pod, StrategyProvider provider) {
    JsonNode given = pod.get("strategy_params");
    if (given == null) {
      given = pod.putObject("strategy_params");
    }
    if (given instanceof ObjectNode values) {
      for (Parameter parameter : provider.parameters()) {
        if (!values.has(parameter.name())) {
          values.set(parameter.name(), defaultNode(parameter));
        }
      }
    }
  }

  private static JsonNode defaultNode(Parameter parameter) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    Object value = parameter.defaultGiven();
    if (value instanceof String word) {
      return nodes.textNode(word);
    }
    return value instanceof Integer whole
        ? nodes.numberNode(whole)
        : nodes.numberNode(parameter.defaultValue());
  }

  /** Reports every parameter that the strategy refuses. */
  public void run(PodflowSettings settings, ViolationLog log) {
    List<PodSettings> pods = settings.orchestrator().pods();
    for (int i = 0; i < pods.size(); i++) {
      PodSettings pod = pods.get(i);
      String path = "orchestrator.pods." + i + ".strategy_params";
      catalog
          .find(pod.strategyName())
          .ifPresent(
              provider -> {
                check(provider, pod.strategyParams(), path, log);
                if (settings.orchestrator().market() == Market.SPOT) {
                  refuseShorts(provider, pod.strategyParams(), path, log);
                }
              });
    }
  }

  /** Decision EX6: on a spot market no strategy may sell short. */
  private static void refuseShorts(
      StrategyProvider provider, Map<String, Object> given, String path, ViolationLog log) {
    if (!log.isFaulty(path) && provider.sellsShort(Parameters.of(provider.parameters(), given))) {
      log.add(
          path,
          "",
          "on market: spot a strategy must not sell short; "
              + provider.name()
              + " does with these parameters");
    }
  }

  /**
   * Reports every strategy that is not installed, because a run could not begin (requirement V1).
   */
  public void requireInstalled(PodflowSettings settings, ViolationLog log) {
    List<PodSettings> pods = settings.orchestrator().pods();
    List<String> known = List.copyOf(catalog.names());
    for (int i = 0; i < pods.size(); i++) {
      String name = pods.get(i).strategyName();
      String path = "orchestrator.pods." + i + ".strategy_name";
      if (!log.isFaulty(path) && catalog.find(name).isEmpty()) {
        String installed = known.isEmpty() ? "none" : String.join(", ", known);
        log.addUnknownValue(
            path, name, "no strategy of this name is installed; installed: " + installed, known);
      }
    }
  }

  private static void check(
      StrategyProvider provider, Map<String, Object> given, String path, ViolationLog log) {
    List<String> known = provider.parameters().stream().map(Parameter::name).toList();
    given.keySet().stream()
        .sorted()
        .filter(name -> !known.contains(name))
        .forEach(
            name ->
                log.addUnknown(
                    path,
                    name,
                    String.valueOf(given.get(name)),
                    "not a parameter of " + provider.name(),
                    known));
    for (Parameter parameter : provider.parameters()) {
      Object value = given.get(parameter.name());
      String child = ViolationLog.child(path, parameter.name());
      if (value != null && !log.isFaulty(child) && !accepts(parameter, value)) {
        log.add(child, String.valueOf(value), "must be " + parameter.rule());
      }
    }
    if (!log.isFaulty(path)) {
      provider
          .violations(Parameters.of(provider.parameters(), given))
          .forEach(rule -> log.add(path, "", rule));
    }
  }

  private static boolean accepts(Parameter parameter, Object value) {
    boolean rightKind = parameter.whole() ? !(value instanceof Double) : true;
    return rightKind && parameter.accepts(value);
  }
}
