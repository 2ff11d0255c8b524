package io.podflow.models.trend;

import io.podflow.domain.market.Timeframe;
import io.podflow.domain.strategy.Parameter;
import io.podflow.domain.strategy.Parameters;
import io.podflow.domain.strategy.Strategy;
import io.podflow.domain.strategy.StrategyProvider;
import io.podflow.models.feature.FeatureSet;
import java.util.List;

/** Makes {@code ctrend-x}: boosted trees over the 28 features of {@code ctrend}. */
public final class CtrendXProvider implements StrategyProvider {

  private static final List<Parameter> PARAMETERS = BoostingParameters.with(252, 100);

  @Override
  public String name() {
    return "ctrend-x";
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public List<String> violations(Parameters parameters) {
    return ForecastParameters.violations(parameters);
  }

  @Override
  public boolean sellsShort(Parameters parameters) {
    return ForecastParameters.sellsShort(parameters);
  }

  @Override
  public Strategy create(Parameters parameters, Timeframe timeframe) {
    return BoostingParameters.strategy(parameters, timeframe, FeatureSet.CTREND);
  }
}
