package io.podflow.job.version;

import io.podflow.config.ConfigReader;
import io.podflow.config.ConfigReading;
import io.podflow.config.EffectiveConfig;
import io.podflow.config.violation.Violation;
import io.podflow.domain.settings.OrchestratorSettings;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.domain.strategy.StrategyCatalogue;
import io.podflow.job.state.ConfigVersion;
import java.util.ArrayList;
import java.util.List;

/** Between versions of the configuration and the text that they travel and are kept as. */
public final class VersionText {

  private final ConfigReader reader;

  /**
   * @param strategies where strategies are looked up
   */
  public VersionText(ClassLoader strategies) {
    this.reader = new ConfigReader(StrategyCatalogue.load(strategies));
  }

  /** All that is configured, defaults included, so that other defaults change nothing later. */
  public static String of(PodflowSettings settings) {
    return EffectiveConfig.yaml(settings);
  }

  /** The settings of a version that was accepted. */
  public OrchestratorSettings settings(ConfigVersion version) {
    return reader.parse(version.yaml(), name(version.id())).orThrow().orchestrator();
  }

  /**
   * Reads a version that nobody has looked at.
   *
   * @param faults gets whatever keeps it from being run
   */
  ConfigReading read(String id, String yaml, List<String> faults) {
    ConfigReading reading = reader.parse(yaml, name(id));
    if (!reading.isValid()) {
      reading.violations().stream().map(Violation::toString).forEach(faults::add);
      return reading;
    }
    List<String> missing = new ArrayList<>(reader.missingStrategies(reading.orThrow()));
    missing.forEach(name -> faults.add("strategy_name: no strategy '" + name + "' is installed"));
    return reading;
  }

  private static String name(String id) {
    return "version " + id;
  }
}
