package io.podflow.job.cli;

import io.podflow.config.ConfigReader;
import io.podflow.domain.settings.Lineage;
import io.podflow.domain.settings.OrchestratorSettings;
import io.podflow.domain.settings.PodSettings;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.domain.settings.Roster;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The configurations that a resumed job had before the one it is given now, in their order. Each
 * gave its pods and symbols the numbers under which state has them.
 */
final class EarlierVersions {

  private final List<OrchestratorSettings> versions = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  /**
   * Reads them all.
   *
   * @throws Refusal for a file that is not a valid configuration
   */
  static EarlierVersions read(List<Path> files, CommandSpec spec) {
    EarlierVersions earlier = new EarlierVersions();
    ConfigReader reader = ConfigReader.installed();
    for (Path file : files) {
      PodflowSettings settings = Configurations.accepted(reader.read(file), spec);
      earlier.versions.add(settings.orchestrator());
    }
    return earlier;
  }

  /**
   * The pods and symbols that {@code now} goes on from.
   *
   * @throws Refusal listing what a later version must not change
   */
  Lineage before(OrchestratorSettings now) {
    Lineage lineage = Lineage.NONE;
    OrchestratorSettings last = null;
    Map<String, PodSettings> known = new HashMap<>();
    List<OrchestratorSettings> all = new ArrayList<>(versions);
    all.add(now);
    for (OrchestratorSettings version : all) {
      if (last != null) {
        compare(last, version, known);
        lineage = Roster.of(last, lineage).lineage();
      }
      version.pods().forEach(pod -> known.put(pod.podId(), pod));
      last = version;
    }
    if (!faults.isEmpty()) {
      faults.add("The job cannot go on from its state under this configuration.");
      throw new Refusal(ExitCode.CONFIG, String.join(System.lineSeparator(), faults));
    }
    return lineage;
  }

  private void compare(
      OrchestratorSettings last, OrchestratorSettings next, Map<String, PodSettings> known) {
    same("orchestrator.portfolio_id", last.portfolioId(), next.portfolioId());
    same("orchestrator.market", last.market(), next.market());
    List<String> before = last.pods().stream().map(PodSettings::podId).toList();
    for (PodSettings pod : next.pods()) {
      PodSettings was = known.get(pod.podId());
      if (was != null && !before.contains(pod.podId())) {
        faults.add(
            "pod '"
                + pod.podId()
                + "' was removed before (expected: another pod_id to start anew)");
      } else if (was != null) {
        String key = "pod '" + pod.podId() + "': ";
        same(key + "timeframe", was.timeframe(), pod.timeframe());
        same(key + "strategy_name", was.strategyName(), pod.strategyName());
        // What waits in state for its close has symbols by their place in the pod's list.
        same(key + "symbols", was.symbols(), pod.symbols());
      }
    }
  }

  private void same(String key, Object before, Object now) {
    if (!before.equals(now)) {
      faults.add(key + ": " + now + " (expected: " + before + ", as before)");
    }
  }
}
