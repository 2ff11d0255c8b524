package io.podflow.models.trend;

import io.podflow.api.Parameters;
import io.podflow.api.Strategy;
import io.podflow.api.Timeframe;
import io.podflow.models.feature.FeatureSet;

/** Makes {@code ctrend-x}: boosted trees over the 28 features of {@code ctrend}. */
public final class CtrendXProvider extends ForecastProvider {

  /** For the service loader. */
  public CtrendXProvider() {
    super("ctrend-x", BoostingParameters.with(252, 100));
  }

  @Override
  public Strategy create(Parameters parameters, Timeframe timeframe) {
    return BoostingParameters.strategy(parameters, timeframe, FeatureSet.CTREND);
  }
}
