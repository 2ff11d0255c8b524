package io.podflow.models.trend;

import io.podflow.api.Parameter;
import io.podflow.api.Parameters;
import io.podflow.api.Timeframe;
import io.podflow.models.feature.FeatureUnits;
import java.util.ArrayList;
import java.util.List;

/** The parameters of all strategies that forecast (docs/strategies.md). */
final class ForecastParameters {

  private static final double UNBOUNDED = Double.POSITIVE_INFINITY;
  private static final int FULL_SHORTS = 2;
  private static final String FEATURES = "features";

  private ForecastParameters() {}

  /**
   * @param volatility parameters of the volatility target, whose bounds differ by strategy
   * @param own parameters of the model
   */
  static List<Parameter> with(int trainingWindow, List<Parameter> volatility, List<Parameter> own) {
    List<Parameter> all = new ArrayList<>();
    all.add(
        Parameter.whole(
            "training_window", trainingWindow, 60, 504, "Bars that training looks back on"));
    all.add(
        Parameter.whole(
            "prediction_horizon", 5, 1, 21, "Bars ahead of which the return is forecast"));
    all.add(
        Parameter.whole(
            "refit_every_bars", 1, 1, 250, "Bars that share one model before the next fit"));
    all.addAll(own);
    all.addAll(volatility);
    all.add(
        Parameter.number(
            "annualization_factor", 0, 0, UNBOUNDED, "Bars per year; 0 takes the timeframe's"));
    all.add(Parameter.whole("short_mode", 2, 0, 2, "Shorts: 0 and 1 none, 2 in full"));
    all.add(
        Parameter.choice(
            FEATURES,
            FeatureUnits.WORDS,
            "Whether features are free of the units of price and volume (relative), or counted in"
                + " them as the original does (original)"));
    return List.copyOf(all);
  }

  static List<String> violations(Parameters parameters) {
    return parameters.number("vol_target") < parameters.number("min_volatility")
        ? List.of("vol_target must be at least min_volatility")
        : List.of();
  }

  static FeatureUnits units(Parameters parameters) {
    return FeatureUnits.values()[parameters.whole(FEATURES)];
  }

  static boolean sellsShort(Parameters parameters) {
    return parameters.whole("short_mode") == FULL_SHORTS;
  }

  static ForecastSettings settings(Parameters parameters, Timeframe timeframe) {
    double perYear = parameters.number("annualization_factor");
    return new ForecastSettings(
        parameters.whole("training_window"),
        parameters.whole("prediction_horizon"),
        parameters.whole("refit_every_bars"),
        parameters.whole("vol_window"),
        parameters.number("vol_target"),
        parameters.number("min_volatility"),
        sellsShort(parameters),
        perYear > 0 ? perYear : timeframe.barsPerYear(),
        timeframe.millis(),
        units(parameters));
  }
}
