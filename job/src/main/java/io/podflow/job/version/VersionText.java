package io.podflow.job.version;

import io.podflow.config.ConfigReader;
import io.podflow.config.ConfigReading;
import io.podflow.config.EffectiveConfig;
import io.podflow.config.violation.Violation;
import io.podflow.domain.settings.OrchestratorSettings;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.domain.settings.Removal;
import io.podflow.domain.strategy.StrategyCatalogue;
import io.podflow.job.state.ConfigVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

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

  /** The same version, with a pod under another id wherever it is named. */
  public ConfigVersion renamed(ConfigVersion version, String from, String to) {
    PodflowSettings settings = reader.parse(version.yaml(), name(version.id())).orThrow();
    return new ConfigVersion(
        version.id(),
        version.effective(),
        version.history(),
        EffectiveConfig.renamed(settings, from, to),
        each(version.pods(), id -> id.equals(from) ? to : id),
        each(version.onRemoval(), text -> Removal.renamed(text, from, to)),
        version.symbols(),
        version.finest());
  }

  private static String[] each(String[] texts, UnaryOperator<String> change) {
    return Arrays.stream(texts).map(change).toArray(String[]::new);
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
