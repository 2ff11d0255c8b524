package io.podflow.models.trend;

import io.podflow.domain.market.Timeframe;
import io.podflow.domain.strategy.Parameters;
import io.podflow.domain.strategy.Strategy;
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
