package io.podflow.domain.strategy;

import io.podflow.api.Parameter;
import io.podflow.api.Parameters;
import io.podflow.api.Strategy;
import io.podflow.api.StrategyProvider;
import io.podflow.api.Timeframe;
import java.util.ArrayList;
import java.util.List;

/** Makes {@code anchor-mom} (docs/strategies.md). */
public final class AnchorMomProvider implements StrategyProvider {

  private static final double UNBOUNDED = Double.POSITIVE_INFINITY;

  private static final List<Parameter> PARAMETERS =
      List.of(
          Parameter.whole("nearness_lookback", 60, 10, 200, "Closes whose highest is the anchor"),
          Parameter.whole("mom_lookback", 30, 5, 120, "Bars that the direction is taken over"),
          Parameter.number("strong_nearness", 0.95, 0.8, 1, "Close / anchor above this: long"),
          Parameter.number(
              "weak_nearness", 0.85, 0.7, 0.95, "Close / anchor above this: long at 0.7"),
          Parameter.number("short_nearness", 0.80, 0.5, 0.9, "Close / anchor below this: short"),
          Parameter.above("vol_target", 0.35, 0, 1, "Annualised volatility aimed at"),
          Parameter.whole("vol_window", 30, 5, 200, "Returns that volatility is measured over"),
          Parameter.above(
              "min_volatility", 0.05, 0, UNBOUNDED, "Lowest annualised volatility assumed"),
          Parameter.number(
              "annualization_factor", 0, 0, UNBOUNDED, "Bars per year; 0 takes the timeframe's"),
          Parameter.whole("atr_period", 14, 5, 50, "Bars needed before the first signal, at least"),
          Parameter.whole("short_mode", 1, 0, 2, "Shorts: 0 none, 1 as a hedge, 2 in full"),
          Parameter.number(
              "hedge_threshold", -0.07, -UNBOUNDED, 0, "Hedges only below this drawdown, ≤ 0"),
          Parameter.above("hedge_strength_ratio", 0.8, 0, 1, "Strength of a hedge, share of full"));

  @Override
  public String name() {
    return "anchor-mom";
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public List<String> violations(Parameters parameters) {
    List<String> violations = new ArrayList<>();
    if (parameters.number("vol_target") < parameters.number("min_volatility")) {
      violations.add("vol_target must be at least min_volatility");
    }
    if (parameters.number("strong_nearness") <= parameters.number("weak_nearness")) {
      violations.add("strong_nearness must be above weak_nearness");
    }
    if (parameters.number("weak_nearness") <= parameters.number("short_nearness")) {
      violations.add("weak_nearness must be above short_nearness");
    }
    return violations;
  }

  @Override
  public boolean sellsShort(Parameters parameters) {
    return ShortMode.of(parameters) != ShortMode.DISABLED;
  }

  @Override
  public Strategy create(Parameters parameters, Timeframe timeframe) {
    return anchorMom(parameters, timeframe);
  }

  AnchorMom anchorMom(Parameters parameters, Timeframe timeframe) {
    double configured = parameters.number("annualization_factor");
    return new AnchorMom(
        new AnchorMomSettings(
            parameters.whole("nearness_lookback"),
            parameters.whole("mom_lookback"),
            parameters.number("strong_nearness"),
            parameters.number("weak_nearness"),
            parameters.number("short_nearness"),
            parameters.number("vol_target"),
            parameters.whole("vol_window"),
            parameters.number("min_volatility"),
            parameters.whole("atr_period"),
            ShortMode.of(parameters),
            parameters.number("hedge_threshold"),
            parameters.number("hedge_strength_ratio"),
            configured > 0 ? configured : timeframe.barsPerYear()));
  }
}
