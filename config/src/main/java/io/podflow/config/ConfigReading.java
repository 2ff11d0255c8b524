package io.podflow.config;

import io.podflow.config.violation.Violation;
import io.podflow.domain.settings.PodflowSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of reading a configuration: settings or violations.
 *
 * @param settings null exactly when there are violations
 * @param violations all violations: those of the command line first, then by line
 * @param warnings one line each about a valid but doubtful configuration; empty when refused
 */
public record ConfigReading(
    @Nullable PodflowSettings settings, List<Violation> violations, List<String> warnings) {

  public ConfigReading {
    violations = List.copyOf(violations);
    warnings = List.copyOf(warnings);
    if ((settings == null) == violations.isEmpty()) {
      throw new IllegalArgumentException("either settings or violations, not both or neither");
    }
  }

  static ConfigReading refused(List<Violation> violations) {
    return new ConfigReading(null, violations, List.of());
  }

  public boolean isValid() {
    return settings != null;
  }

  /**
   * The settings.
   *
   * @throws ConfigException with every violation, if there is one
   */
  public PodflowSettings orThrow() {
    if (settings == null) {
      throw new ConfigException(violations);
    }
    return settings;
  }
}
