package io.podflow.job.engine;

import io.podflow.domain.asset.AssetStep;
import io.podflow.domain.settings.PodSettings;
import io.podflow.domain.settings.Roster;
import io.podflow.domain.strategy.StrategyCatalogue;

/** The asset step of every pod, with the strategy its configuration names. */
public final class AssetSteps {

  private AssetSteps() {}

  /**
   * @param strategies where strategies are looked up
   * @return by pod index
   * @throws IllegalArgumentException for a strategy that is not on the class path
   */
  public static AssetStep[] of(Roster roster, ClassLoader strategies) {
    StrategyCatalogue catalogue = StrategyCatalogue.load(strategies);
    AssetStep[] steps = new AssetStep[roster.podCount()];
    for (int pod = 0; pod < steps.length; pod++) {
      PodSettings settings = roster.pod(pod);
      steps[pod] =
          new AssetStep(
              catalogue.create(
                  settings.strategyName(), settings.strategyParams(), settings.timeframe()),
              settings.scoring(),
              settings.timeframe(),
              roster.settings().cashBuffer());
    }
    return steps;
  }
}
