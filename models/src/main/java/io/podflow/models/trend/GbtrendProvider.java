package io.podflow.models.trend;

import io.podflow.api.Parameters;
import io.podflow.api.Strategy;
import io.podflow.api.Timeframe;
import io.podflow.models.feature.FeatureSet;

/** Makes {@code gbtrend}: boosted trees over 12 trend features. */
public final class GbtrendProvider extends ForecastProvider {

  /** For the service loader. */
  public GbtrendProvider() {
    super("gbtrend", BoostingParameters.with(180, 80));
  }

  @Override
  public Strategy create(Parameters parameters, Timeframe timeframe) {
    return BoostingParameters.strategy(parameters, timeframe, FeatureSet.GBTREND);
  }
}
