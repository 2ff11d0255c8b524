package io.podflow.config.check;

import io.podflow.domain.settings.OrchestratorSettings;
import io.podflow.domain.settings.PodSettings;
import io.podflow.domain.strategy.StrategyProvider;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/** The strategies that can be named in a configuration. */
public final class StrategyCatalog {

  private final SortedMap<String, StrategyProvider> byName = new TreeMap<>();

  private StrategyCatalog(Iterable<StrategyProvider> providers) {
    for (StrategyProvider provider : providers) {
      StrategyProvider other = byName.putIfAbsent(provider.name(), provider);
      if (other != null) {
        throw new IllegalArgumentException(
            "strategy '"
                + provider.name()
                + "' is provided twice: by "
                + other.getClass().getName()
                + " and "
                + provider.getClass().getName());
      }
    }
  }

  /** The strategies on the class path, those of a user's jar among them. */
  public static StrategyCatalog installed() {
    return new StrategyCatalog(ServiceLoader.load(StrategyProvider.class));
  }

  public static StrategyCatalog of(StrategyProvider... providers) {
    return new StrategyCatalog(List.of(providers));
  }

  public Optional<StrategyProvider> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All names, sorted. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** Names that pods use and nobody provides, in the order of the pods; a run must refuse these. */
  public List<String> missing(OrchestratorSettings orchestrator) {
    return orchestrator.pods().stream()
        .map(PodSettings::strategyName)
        .filter(name -> !byName.containsKey(name))
        .distinct()
        .toList();
  }
}
