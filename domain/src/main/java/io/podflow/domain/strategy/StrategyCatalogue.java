package io.podflow.domain.strategy;

import io.podflow.api.Parameters;
import io.podflow.api.Strategy;
import io.podflow.api.StrategyProvider;
import io.podflow.api.Timeframe;
import io.podflow.domain.market.BarHistory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The strategies that a class loader can see, by the name they have in the configuration. */
public final class StrategyCatalogue {

  private final Map<String, StrategyProvider> providers;

  private StrategyCatalogue(Iterable<StrategyProvider> providers) {
    this.providers = new TreeMap<>();
    for (StrategyProvider provider : providers) {
      StrategyProvider other = this.providers.putIfAbsent(provider.name(), provider);
      if (other != null) {
        throw new IllegalArgumentException(
            "strategy '"
                + provider.name()
                + "' is provided twice, by "
                + other.getClass().getName()
                + " and "
                + provider.getClass().getName());
      }
    }
  }

  /**
   * Looks for every {@link StrategyProvider} that is declared as a service.
   *
   * @param loader sees the jars with strategies; in a Flink job the one of the user's code
   * @throws IllegalArgumentException if two providers have the same name, naming both classes
   * @throws java.util.ServiceConfigurationError if a declared provider cannot be made
   */
  public static StrategyCatalogue load(ClassLoader loader) {
    return new StrategyCatalogue(ServiceLoader.load(StrategyProvider.class, loader));
  }

  /** Just these. */
  public static StrategyCatalogue of(StrategyProvider... providers) {
    return new StrategyCatalogue(List.of(providers));
  }

  /** The provider of that name, if there is one. */
  public Optional<StrategyProvider> find(String name) {
    return Optional.ofNullable(providers.get(name));
  }

  /** The names known, sorted. */
  public Set<String> names() {
    return new TreeSet<>(providers.keySet());
  }

  /**
   * The provider of that name.
   *
   * @throws IllegalArgumentException naming the strategies that are known
   */
  public StrategyProvider provider(String name) {
    StrategyProvider provider = providers.get(name);
    if (provider == null) {
      throw new IllegalArgumentException(
          "unknown strategy '" + name + "' (known: " + String.join(", ", names()) + ")");
    }
    return provider;
  }

  /**
   * A strategy ready to run.
   *
   * @param given {@code strategy_params}; absent ones take their defaults
   * @throws IllegalArgumentException for an unknown name, or parameters or a history that the rules
   *     do not allow
   */
  public Strategy create(String name, Map<String, ?> given, Timeframe timeframe) {
    StrategyProvider provider = provider(name);
    Parameters parameters = Parameters.of(provider.parameters(), given);
    List<String> violations = provider.violations(parameters);
    if (!violations.isEmpty()) {
      throw new IllegalArgumentException(name + ": " + String.join("; ", violations));
    }
    Strategy strategy = provider.create(parameters, timeframe);
    int bars = strategy.historyBars();
    if (bars < 1 || bars > BarHistory.MAX_BARS) {
      throw new IllegalArgumentException(
          name + ": history of " + bars + " bars (expected: 1 to " + BarHistory.MAX_BARS + ")");
    }
    return strategy;
  }
}
