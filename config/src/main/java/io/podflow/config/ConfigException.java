package io.podflow.config;

import io.podflow.config.violation.Violation;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A configuration was refused. The message has one line per violation. */
public final class ConfigException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  public ConfigException(List<Violation> violations) {
    super(violations.stream().map(Violation::toString).collect(Collectors.joining("\n")));
    this.violations = List.copyOf(violations);
  }

  public List<Violation> violations() {
    return violations;
  }
}
