package io.podflow.domain.layout;

import io.podflow.domain.settings.OrchestratorSettings;
import io.podflow.domain.settings.PodSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a version of a portfolio's configuration must leave as the one before has it, because state
 * is of it: a pod with another timeframe or strategy is another pod, and needs another id.
 */
public final class VersionRules {

  private VersionRules() {}

  /**
   * Everything that keeps {@code next} from following {@code last}.
   *
   * @param before the pods that any version had, {@code last} included
   * @return key, value and rule of each, empty when there is none
   */
  public static List<String> broken(
      Lineage before, OrchestratorSettings last, OrchestratorSettings next) {
    List<String> faults = new ArrayList<>();
    same("orchestrator.portfolio_id", last.portfolioId(), next.portfolioId(), faults);
    same("orchestrator.market", last.market(), next.market(), faults);
    var was =
        last.pods().stream().collect(Collectors.toMap(PodSettings::podId, Function.identity()));
    for (PodSettings pod : next.pods()) {
      String id = pod.podId();
      PodSettings earlier = was.get(id);
      if (earlier != null) {
        same("pod '" + id + "': timeframe", earlier.timeframe(), pod.timeframe(), faults);
        same("pod '" + id + "': strategy_name", earlier.strategyName(), pod.strategyName(), faults);
      } else if (before.pods().stream().anyMatch(known -> known.id().equals(id))) {
        faults.add("pod '" + id + "' was removed before (expected: another pod_id to start anew)");
      }
    }
    return faults;
  }

  private static void same(String key, Object before, Object now, List<String> faults) {
    if (!Objects.equals(before, now)) {
      faults.add(key + ": " + now + " (expected: " + before + ", as before)");
    }
  }
}
