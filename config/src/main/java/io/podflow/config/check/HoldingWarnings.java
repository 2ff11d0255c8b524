package io.podflow.config.check;

import io.podflow.api.Parameters;
import io.podflow.api.StrategyProvider;
import io.podflow.domain.settings.OrchestratorSettings;
import io.podflow.domain.settings.PodSettings;
import io.podflow.domain.settings.SelectorSettings;
import io.podflow.domain.strategy.StrategyCatalogue;
import java.util.ArrayList;
import java.util.List;

/**
 * Warns about a pod that is invested at every close and moves through the lifecycle: the pod has
 * the drawdown of its market, which sooner or later is deeper than the limit that retires a pod.
 */
final class HoldingWarnings {

  private HoldingWarnings() {}

  static List<String> of(OrchestratorSettings orchestrator, StrategyCatalogue catalog) {
    double breach = orchestrator.retirement().maxDrawdownBreach();
    List<PodSettings> pods = orchestrator.pods();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < pods.size(); i++) {
      PodSettings pod = pods.get(i);
      if (breach < 1 && orchestrator.movesThroughLifecycle(pod) && holds(pod, catalog)) {
        lines.add(
            "orchestrator.pods."
                + i
                + ".strategy_name: "
                + pod.strategyName()
                + " is invested at every close, so the pod never leaves the market on its own and"
                + " orchestrator.retirement.max_drawdown_breach, "
                + breach
                + ", retires it sooner or later; expected: lifecycle: {enabled: false} in the pod");
      }
    }
    return lines;
  }

  /**
   * Stops and a selector can close a position whatever the strategy's signal, so such a pod may
   * leave.
   */
  private static boolean holds(PodSettings pod, StrategyCatalogue catalog) {
    SelectorSettings selector = pod.assetSelector();
    return pod.systemStopLoss() == null
        && !pod.useTrailingStop()
        && (selector == null || !selector.enabled())
        && catalog
            .find(pod.strategyName())
            .filter(provider -> isAlwaysInvested(provider, pod))
            .isPresent();
  }

  private static boolean isAlwaysInvested(StrategyProvider provider, PodSettings pod) {
    return provider.isAlwaysInvested(Parameters.of(provider.parameters(), pod.strategyParams()));
  }
}
