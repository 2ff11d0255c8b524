package io.podflow.models.trend;

import io.podflow.api.Parameter;
import io.podflow.api.Parameters;
import io.podflow.api.Strategy;
import io.podflow.api.Timeframe;
import io.podflow.models.feature.FeatureSet;
import io.podflow.models.linear.ElasticNet;
import java.util.List;

/** Makes {@code ctrend}: an elastic net over 28 trend features. */
public final class CtrendProvider extends ForecastProvider {

  /** For the service loader. */
  public CtrendProvider() {
    super(
        "ctrend",
        ForecastParameters.with(
            252,
            List.of(
                Parameter.whole(
                    "vol_window", 30, 5, 120, "Returns that volatility is measured over"),
                Parameter.number("vol_target", 0.35, 0.05, 1, "Annualised volatility aimed at"),
                Parameter.number(
                    "min_volatility", 0.05, 0.01, 0.2, "Lowest annualised volatility assumed")),
            List.of(Parameter.number("alpha", 0.5, 0.01, 1, "L1 part of the penalty"))));
  }

  @Override
  public Strategy create(Parameters parameters, Timeframe timeframe) {
    return new TrendForecast(
        ForecastParameters.settings(parameters, timeframe),
        FeatureSet.CTREND,
        new ElasticNet(parameters.number("alpha")));
  }
}
