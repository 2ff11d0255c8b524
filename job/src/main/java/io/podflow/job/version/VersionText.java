package io.podflow.job.version;

import io.podflow.config.ConfigReader;
import io.podflow.config.ConfigReading;
import io.podflow.config.EffectiveConfig;
import io.podflow.config.violation.Violation;
import io.podflow.domain.layout.Removal;
import io.podflow.domain.settings.OrchestratorSettings;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.domain.strategy.StrategyCatalogue;
import io.podflow.job.state.ConfigVersion;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.UnaryOperator;

/**
 * Between versions of the configuration and the text that they travel and are kept as.
 *
 * <p>All operators of a process share one reader, so that each version is parsed once and not once
 * for every operator.
 */
public final class VersionText {

  /** Texts that are remembered: several times as many as a job has versions ahead of it. */
  private static final int REMEMBERED = 64;

  /** Held weakly on both sides, because a job that has ended takes its class loader with it. */
  private static final Map<ClassLoader, WeakReference<VersionText>> SHARED = new WeakHashMap<>();

  private final ConfigReader reader;
  private final Map<String, OrchestratorSettings> read =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, OrchestratorSettings> eldest) {
          return size() > REMEMBERED;
        }
      };

  private VersionText(ClassLoader strategies) {
    this.reader = new ConfigReader(StrategyCatalogue.load(strategies));
  }

  /**
   * The reader for the strategies of a class loader.
   *
   * @param strategies where strategies are looked up
   */
  public static VersionText with(ClassLoader strategies) {
    synchronized (SHARED) {
      WeakReference<VersionText> known = SHARED.get(strategies);
      VersionText text = known == null ? null : known.get();
      if (text == null) {
        text = new VersionText(strategies);
        SHARED.put(strategies, new WeakReference<>(text));
      }
      return text;
    }
  }

  /** All that is configured, defaults included, so that other defaults change nothing later. */
  public static String of(PodflowSettings settings) {
    return EffectiveConfig.yaml(settings);
  }

  /** The settings of a version that was accepted. */
  public OrchestratorSettings settings(ConfigVersion version) {
    synchronized (read) {
      return read.computeIfAbsent(
          version.yaml(), yaml -> reader.parse(yaml, name(version.id())).orThrow().orchestrator());
    }
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
