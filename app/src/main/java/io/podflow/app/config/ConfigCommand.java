package io.podflow.app.config;

import io.podflow.config.ConfigReader;
import io.podflow.config.ConfigReading;
import io.podflow.config.ConfigReference;
import io.podflow.config.ConfigSchema;
import io.podflow.config.EffectiveConfig;
import io.podflow.config.refusal.ExitCode;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.domain.strategy.StrategyCatalogue;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code podflow config}: checks and prints configurations without running a portfolio. */
@Command(
    name = "config",
    description = "Checks and shows configurations.",
    subcommands = {
      ConfigCommand.Check.class,
      ConfigCommand.Show.class,
      ConfigCommand.Schema.class,
      ConfigCommand.Reference.class
    })
public final class ConfigCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name one of check, show, schema, reference.");
  }

  /** Prints every violation, or that the configuration is valid. */
  @Command(
      name = "check",
      description = "Reports every error of a configuration at once, with key path and line.")
  static final class Check implements Callable<Integer> {

    @Parameters(paramLabel = "CONFIG", description = "The configuration file.")
    private Path config;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      ConfigReader reader =
          ConfigReader.toRun(StrategyCatalogue.load(ConfigCommand.class.getClassLoader()));
      PodflowSettings settings = Configurations.accepted(reader.read(config), spec);
      PrintWriter out = spec.commandLine().getOut();
      out.println(config + ": valid, " + settings.orchestrator().pods().size() + " pods");
      out.flush();
      return ExitCode.OK;
    }
  }

  /** Prints the effective configuration. */
  @Command(
      name = "show",
      description = "Prints the effective configuration, all defaults filled in.")
  static final class Show implements Callable<Integer> {

    @Parameters(paramLabel = "CONFIG", description = "The configuration file.")
    private Path config;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      ConfigReading reading = ConfigReader.installed().read(config);
      PodflowSettings settings = Configurations.accepted(reading, spec);
      spec.commandLine().getOut().print(EffectiveConfig.yaml(settings));
      spec.commandLine().getOut().flush();
      return ExitCode.OK;
    }
  }

  /** Prints a Markdown page with all keys. */
  @Command(
      name = "reference",
      description = "Prints every key with values, default and meaning, as Markdown.")
  static final class Reference implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      spec.commandLine().getOut().print(ConfigReference.markdown());
      spec.commandLine().getOut().flush();
      return ExitCode.OK;
    }
  }

  /** Prints the JSON Schema. */
  @Command(
      name = "schema",
      description = "Prints the JSON Schema, for completion and hints in editors.")
  static final class Schema implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      spec.commandLine().getOut().print(ConfigSchema.json());
      spec.commandLine().getOut().flush();
      return ExitCode.OK;
    }
  }
}
