package io.podflow.app.config;

import io.podflow.config.ConfigReading;
import io.podflow.config.refusal.ExitCode;
import io.podflow.config.refusal.Refusal;
import io.podflow.config.violation.Violation;
import io.podflow.domain.settings.PodflowSettings;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** Prints the warnings or violations of a configuration, for all commands. */
public final class Configurations {

  private Configurations() {}

  /**
   * Prints the warnings and returns the settings.
   *
   * @throws Refusal listing every violation
   */
  public static PodflowSettings accepted(ConfigReading reading, CommandSpec spec) {
    if (!reading.isValid()) {
      String lines =
          reading.violations().stream()
              .map(Violation::toString)
              .collect(Collectors.joining(System.lineSeparator()));
      throw new Refusal(
          ExitCode.CONFIG,
          lines
              + System.lineSeparator()
              + "The configuration was refused: "
              + reading.violations().size()
              + (reading.violations().size() == 1 ? " error." : " errors."));
    }
    PrintWriter err = spec.commandLine().getErr();
    reading.warnings().forEach(warning -> err.println("warning: " + warning));
    err.flush();
    return reading.orThrow();
  }
}
