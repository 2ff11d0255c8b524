package io.podflow.models.trend;

import io.podflow.api.Parameter;
import io.podflow.api.Parameters;
import io.podflow.api.Strategy;
import io.podflow.api.Timeframe;
import io.podflow.models.boosting.Boosting;
import io.podflow.models.boosting.BoostingSettings;
import io.podflow.models.boosting.SplitPrecision;
import io.podflow.models.feature.FeatureSet;
import io.podflow.models.feature.FeatureUnits;
import java.util.List;

/** The parameters of the strategies with boosted trees (docs/strategies.md). */
final class BoostingParameters {

  private static final double UNBOUNDED = Double.POSITIVE_INFINITY;

  private BoostingParameters() {}

  static List<Parameter> with(int trainingWindow, int trees) {
    return ForecastParameters.with(
        trainingWindow,
        List.of(
            Parameter.whole("vol_window", 30, 5, 200, "Returns that volatility is measured over"),
            Parameter.above("vol_target", 0.35, 0, 1, "Annualised volatility aimed at"),
            Parameter.above(
                "min_volatility", 0.05, 0, UNBOUNDED, "Lowest annualised volatility assumed")),
        List.of(
            Parameter.whole("n_estimators", trees, 10, 500, "Trees"),
            Parameter.whole("max_depth", 3, 1, 8, "Splits between root and leaf, at most"),
            Parameter.number(
                "learning_rate", 0.05, 0.001, 0.5, "Share of each tree's values that counts"),
            Parameter.above("subsample", 0.8, 0, 1, "Share of the rows that each tree sees")));
  }

  private static SplitPrecision precision(FeatureUnits units) {
    return units == FeatureUnits.RELATIVE ? SplitPrecision.TWELVE_DIGITS : SplitPrecision.SINGLE;
  }

  static Strategy strategy(Parameters parameters, Timeframe timeframe, FeatureSet features) {
    return new TrendForecast(
        ForecastParameters.settings(parameters, timeframe),
        features,
        new Boosting(
            new BoostingSettings(
                parameters.whole("n_estimators"),
                parameters.whole("max_depth"),
                parameters.number("learning_rate"),
                parameters.number("subsample"),
                precision(ForecastParameters.units(parameters)))));
  }
}
