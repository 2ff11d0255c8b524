package io.podflow.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.podflow.config.binding.SettingsBinder;
import io.podflow.config.check.PortfolioChecks;
import io.podflow.config.check.StrategyChecks;
import io.podflow.config.check.Warnings;
import io.podflow.config.violation.Place;
import io.podflow.config.violation.Places;
import io.podflow.config.violation.ViolationLog;
import io.podflow.config.yaml.YamlReader;
import io.podflow.domain.settings.PodSettings;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.domain.strategy.StrategyCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads configuration files: parses the YAML, applies the overrides of the command line, checks all
 * keys, and fills in the defaults.
 *
 * <p>Paths inside the configuration, such as {@code backtest.bars}, stay as written; the code that
 * opens a path resolves the path against the working directory.
 */
public final class ConfigReader {

  private final StrategyCatalogue catalog;
  private final StrategyChecks strategies;
  private final boolean toRun;

  /**
   * @param catalog the strategies whose parameters can be checked
   */
  public ConfigReader(StrategyCatalogue catalog) {
    this(catalog, false);
  }

  private ConfigReader(StrategyCatalogue catalog, boolean toRun) {
    this.catalog = catalog;
    this.strategies = new StrategyChecks(catalog);
    this.toRun = toRun;
  }

  /**
   * A reader for a configuration that is to run: this reader refuses strategies that are not
   * installed.
   */
  public static ConfigReader toRun(StrategyCatalogue catalog) {
    return new ConfigReader(catalog, true);
  }

  /** A reader that knows every strategy on the class path. */
  public static ConfigReader installed() {
    return new ConfigReader(StrategyCatalogue.load(ConfigReader.class.getClassLoader()));
  }

  /** Reads a file; a file that cannot be opened is a violation. */
  public ConfigReading read(Path file, Overrides overrides) {
    try {
      return parse(Files.readString(file), file.toString(), overrides);
    } catch (IOException e) {
      ViolationLog log = new ViolationLog(new Places(file.toString()));
      log.add("", new Place(file.toString(), 0), "", "cannot be read: " + reason(e));
      return ConfigReading.refused(log.all());
    }
  }

  /** Reads a file without overrides. */
  public ConfigReading read(Path file) {
    return read(file, Overrides.none());
  }

  /**
   * Reads a document.
   *
   * @param source name of the document in violations, usually a file name
   */
  public ConfigReading parse(String text, String source, Overrides overrides) {
    ViolationLog log = new ViolationLog(new Places(source));
    Optional<ObjectNode> root = YamlReader.read(text, log);
    if (root.isEmpty()) {
      return ConfigReading.refused(log.all());
    }
    ObjectNode document = root.get();
    overrides.apply(document, log.places());
    strategies.fillDefaults(document);
    PodflowSettings settings = new SettingsBinder(log).bind(PodflowSettings.class, document, "");
    PortfolioChecks.run(settings, log);
    strategies.run(settings, log);
    if (toRun) {
      strategies.requireInstalled(settings, log);
    }
    return log.isEmpty()
        ? new ConfigReading(settings, List.of(), Warnings.of(settings, catalog))
        : ConfigReading.refused(log.all());
  }

  /** Reads a document without overrides. */
  public ConfigReading parse(String text, String source) {
    return parse(text, source, Overrides.none());
  }

  /** Names of strategies in the configuration that are not installed; a run must refuse them. */
  public List<String> missingStrategies(PodflowSettings settings) {
    return settings.orchestrator().pods().stream()
        .map(PodSettings::strategyName)
        .filter(name -> catalog.find(name).isEmpty())
        .distinct()
        .toList();
  }

  private static String reason(IOException e) {
    return switch (e.getClass().getSimpleName()) {
      case "NoSuchFileException" -> "no such file";
      case "MalformedInputException" -> "not UTF-8 text";
      case "AccessDeniedException" -> "permission denied";
      default -> String.valueOf(e.getMessage());
    };
  }
}
