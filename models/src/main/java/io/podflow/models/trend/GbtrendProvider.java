package io.podflow.models.trend;

import io.podflow.domain.market.Timeframe;
import io.podflow.domain.strategy.Parameter;
import io.podflow.domain.strategy.Parameters;
import io.podflow.domain.strategy.Strategy;
import io.podflow.domain.strategy.StrategyProvider;
import io.podflow.models.feature.FeatureSet;
import java.util.List;

/** Makes {@code gbtrend}: boosted trees over 12 trend features. */
public final class GbtrendProvider implements StrategyProvider {

  private static final List<Parameter> PARAMETERS = BoostingParameters.with(180, 80);

  @Override
  public String name() {
    return "gbtrend";
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
    return BoostingParameters.strategy(parameters, timeframe, FeatureSet.GBTREND);
  }
}
