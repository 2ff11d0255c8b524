package io.podflow.job.step;

import io.podflow.api.Strategy;
import io.podflow.domain.asset.AssetStep;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.settings.PodSettings;
import io.podflow.domain.strategy.StrategyCatalogue;
import org.jspecify.annotations.Nullable;

/** The asset step of every pod, with the strategy its configuration names. */
public final class AssetSteps {

  private AssetSteps() {}

  /**
   * @param strategies where strategies are looked up
   * @return by pod index; null for a pod that has departed, which gets no bars
   * @throws StepFailure for a strategy that cannot be made, or is not on the class path
   */
  public static @Nullable AssetStep[] of(PortfolioLayout layout, ClassLoader strategies) {
    StrategyCatalogue catalogue = StrategyCatalogue.load(strategies);
    @Nullable AssetStep[] steps = new @Nullable AssetStep[layout.podCount()];
    for (int pod = 0; pod < steps.length; pod++) {
      PodSettings settings = layout.pod(pod);
      if (layout.hasDeparted(pod)) {
        continue;
      }
      steps[pod] =
          new AssetStep(
              strategy(catalogue, settings),
              settings.scoring(),
              settings.timeframe(),
              layout.settings().cashBuffer(),
              layout.settings().volatilityFloor() > 0);
    }
    return steps;
  }

  private static Strategy strategy(StrategyCatalogue catalogue, PodSettings pod) {
    try {
      return catalogue.create(pod.strategyName(), pod.strategyParams(), pod.timeframe());
    } catch (RuntimeException | Error e) {
      throw StepFailure.ofCreation(pod, e);
    }
  }
}
