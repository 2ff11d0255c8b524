package io.podflow.app.state;

import io.podflow.app.config.Configurations;
import io.podflow.app.console.RootCause;
import io.podflow.config.ConfigReader;
import io.podflow.config.refusal.ExitCode;
import io.podflow.config.refusal.Refusal;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.version.VersionChain;
import io.podflow.job.version.VersionText;
import io.podflow.savepoints.flink.SavepointFolder;
import io.podflow.savepoints.flink.SavepointRefusedException;
import io.podflow.savepoints.flink.StateReading;
import io.podflow.savepoints.state.JobState;
import io.podflow.savepoints.table.View;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Opens savepoints and configurations from the arguments of commands. */
final class Opened {

  private Opened() {}

  /**
   * Opens a savepoint without reading the state.
   *
   * @throws Refusal if the savepoint cannot be read or is refused
   */
  static SavepointFolder folder(String location) {
    try {
      return SavepointFolder.open(location);
    } catch (SavepointRefusedException e) {
      throw new Refusal(ExitCode.FILES, "podflow: " + e.getMessage());
    } catch (IOException e) {
      throw RootCause.refusal(ExitCode.FILES, "the savepoint cannot be read", e);
    }
  }

  static JobState state(String location) throws Exception {
    return StateReading.read(folder(location));
  }

  /** Reads a savepoint, with the layout of the configuration; null is no configuration. */
  static View view(String location, @Nullable Path config, CommandSpec spec) throws Exception {
    PortfolioLayout layout = config == null ? null : layout(config, spec);
    return View.of(state(location), layout);
  }

  static PortfolioLayout layout(Path config, CommandSpec spec) {
    return PortfolioLayout.of(settings(config, spec).orchestrator());
  }

  /**
   * The layout of the job when a job with these versions is resumed with {@code settings}.
   *
   * @param versions earlier versions of the job, in order
   * @param faults receives the reasons for which such a job would be refused
   */
  static PortfolioLayout following(
      List<ConfigVersion> versions, PodflowSettings settings, List<String> faults) {
    VersionChain chain = new VersionChain(VersionText.with(Opened.class.getClassLoader()));
    versions.forEach(chain::add);
    faults.addAll(
        chain.submit(ConfigVersion.first("submitted", VersionText.of(settings))).faults());
    return chain.layout();
  }

  static PodflowSettings settings(Path config, CommandSpec spec) {
    return Configurations.accepted(ConfigReader.installed().read(config), spec);
  }
}
