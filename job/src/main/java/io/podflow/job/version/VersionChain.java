package io.podflow.job.version;

import io.podflow.config.ConfigReading;
import io.podflow.domain.layout.Lineage;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.layout.VersionRules;
import io.podflow.domain.market.Universe;
import io.podflow.domain.settings.OrchestratorSettings;
import io.podflow.job.state.ConfigVersion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The versions that a job has accepted, in their order; each follows from the one before. */
public final class VersionChain {

  private final VersionText text;
  private final List<ConfigVersion> versions = new ArrayList<>();
  private final List<OrchestratorSettings> settings = new ArrayList<>();
  private @Nullable PortfolioLayout last;

  public VersionChain(VersionText text) {
    this.text = text;
  }

  /**
   * What became of a version.
   *
   * @param version when it was accepted
   * @param faults when it was refused, each with key, value and rule; empty for one that was there
   */
  public record Outcome(@Nullable ConfigVersion version, List<String> faults) {}

  public List<ConfigVersion> versions() {
    return List.copyOf(versions);
  }

  /** The one that was accepted last. */
  public ConfigVersion last() {
    return versions.get(versions.size() - 1);
  }

  /** Adds one that was accepted before. */
  public void add(ConfigVersion version) {
    add(version, text.settings(version));
  }

  private void add(ConfigVersion version, OrchestratorSettings of) {
    versions.add(version);
    settings.add(of);
    last = PortfolioLayout.of(of, version.before());
  }

  /** Symbols by number, those of all versions. */
  public Universe universe() {
    return layout().universe();
  }

  /** Of the last version. */
  public PortfolioLayout layout() {
    PortfolioLayout layout = last;
    if (layout == null) {
      throw new IllegalStateException("no version of the configuration yet");
    }
    return layout;
  }

  /**
   * A version that somebody sends while the job runs.
   *
   * @param effective the close that it is meant to hold from, epoch milliseconds UTC
   * @param history rows that will come after it
   */
  public Outcome offer(String id, long effective, int history, String yaml) {
    if (versions.stream().anyMatch(known -> known.id().equals(id))) {
      return new Outcome(null, List.of());
    }
    List<String> faults = new ArrayList<>();
    ConfigReading reading = text.read(id, yaml, faults);
    if (!faults.isEmpty()) {
      return new Outcome(null, faults);
    }
    OrchestratorSettings next = reading.orThrow().orchestrator();
    // One with history may be sent once more, should its sender have died before the end of it.
    if (next.equals(latest()) && last().history() == 0) {
      faults.add("orchestrator: as it is (expected: a change)");
    }
    faults.addAll(VersionRules.broken(layout().lineage(), latest(), next));
    if (!faults.isEmpty()) {
      return new Outcome(null, faults);
    }
    Lineage before = layout().lineage();
    ConfigVersion version = ConfigVersion.of(id, effective, history, yaml, before);
    add(version, next);
    return new Outcome(version, List.of());
  }

  /**
   * The configuration that the job was started with. One that it has had before changes nothing, be
   * it in force or not: a job that starts again does not take back what was applied since.
   */
  public Outcome submit(ConfigVersion file) {
    if (versions.isEmpty()) {
      add(file);
      return new Outcome(file, List.of());
    }
    if (settings.contains(text.settings(file))) {
      return new Outcome(null, List.of());
    }
    return offer(file.id(), ConfigVersion.FIRST, 0, file.yaml());
  }

  private OrchestratorSettings latest() {
    return settings.get(settings.size() - 1);
  }
}
