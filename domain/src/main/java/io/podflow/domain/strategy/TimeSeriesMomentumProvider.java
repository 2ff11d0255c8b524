package io.podflow.domain.strategy;

import io.podflow.api.Parameter;
import io.podflow.api.Parameters;
import io.podflow.api.Strategy;
import io.podflow.api.StrategyProvider;
import io.podflow.api.Timeframe;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes {@code ts-momentum}. A provider of your own looks the same; name its class in {@code
 * META-INF/services/io.podflow.api.StrategyProvider} of your jar, and the configuration can use it.
 */
public final class TimeSeriesMomentumProvider implements StrategyProvider {

  /** What a user writes after {@code strategy_name}. */
  @Override
  public String name() {
    return "ts-momentum";
  }

  /** Bounds given here are checked, and documented, wherever parameters are: nowhere else. */
  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.whole("lookback", 60, 5, 500, "Bars of the trend that is followed"),
        Parameter.above("vol_target", 0.35, 0, 1, "Annualised volatility aimed at"),
        Parameter.whole("vol_window", 30, 5, 200, "Returns that volatility is measured over"),
        Parameter.above("min_volatility", 0.05, 0, 1, "Lowest annualised volatility assumed"),
        Parameter.whole("short_mode", 1, 0, 1, "Whether falls are shorted (1) or waited out (0)"));
  }

  /** Rules that one bound cannot express; every broken one is reported, not only the first. */
  @Override
  public List<String> violations(Parameters parameters) {
    List<String> violations = new ArrayList<>();
    if (parameters.number("vol_target") < parameters.number("min_volatility")) {
      violations.add("vol_target must be at least min_volatility");
    }
    return violations;
  }

  /** Asked before a spot market, where nothing can be sold short, is traded. */
  @Override
  public boolean sellsShort(Parameters parameters) {
    return parameters.whole("short_mode") == 1;
  }

  /** Years differ between timeframes only in their number of bars, which the timeframe knows. */
  @Override
  public Strategy create(Parameters parameters, Timeframe timeframe) {
    return new TimeSeriesMomentum(
        parameters.whole("lookback"),
        parameters.number("vol_target"),
        parameters.whole("vol_window"),
        parameters.number("min_volatility"),
        parameters.whole("short_mode") == 1,
        timeframe.barsPerYear());
  }
}
