package io.podflow.domain.strategy;

import io.podflow.api.BarSeries;
import io.podflow.api.Signal;
import io.podflow.api.Strategy;
import io.podflow.domain.indicator.Drawdown;
import io.podflow.domain.indicator.RealisedVolatility;
import io.podflow.domain.indicator.SignificantDigits;
import io.podflow.domain.market.BarHistory;

/**
 * Momentum anchored at the recent high (docs/strategies.md): long near the high of the lookback in
 * a rising market, short far below it in a falling one, sized by volatility.
 *
 * <p>The figures are those of the newest closed bar (decision SG2), the sign is in the value once
 * (SG1). It keeps the most bars allowed, because hedging asks how far the price is below the
 * highest close that is remembered (SG5).
 */
final class AnchorMom implements Strategy {

  private static final double WEAK_STRENGTH = 0.7;

  private final AnchorMomSettings settings;

  AnchorMom(AnchorMomSettings settings) {
    this.settings = settings;
  }

  @Override
  public int historyBars() {
    return BarHistory.MAX_BARS;
  }

  @Override
  public int volatilityBars() {
    return settings.volWindow();
  }

  @Override
  public Signal onClose(BarSeries bars) {
    if (bars.size() < settings.warmUpBars()) {
      return Signal.warmUp();
    }
    double nearness = nearness(bars);
    double momentum = momentum(bars);
    double strength = volatilityScalar(bars);
    if (Double.isNaN(nearness + momentum + strength)) {
      return Signal.undefined();
    }
    return Signal.of(stance(nearness, momentum, bars) * strength);
  }

  /** Direction times share of the full strength. */
  private double stance(double nearness, double momentum, BarSeries bars) {
    if (momentum > 0 && SignificantDigits.above(nearness, settings.strongNearness())) {
      return 1;
    }
    if (momentum > 0 && SignificantDigits.above(nearness, settings.weakNearness())) {
      return WEAK_STRENGTH;
    }
    if (momentum < 0 && SignificantDigits.above(settings.shortNearness(), nearness)) {
      return shortStance(bars);
    }
    return 0;
  }

  private double shortStance(BarSeries bars) {
    return switch (settings.shortMode()) {
      case DISABLED -> 0;
      case HEDGE_ONLY ->
          SignificantDigits.above(1 + settings.hedgeThreshold(), 1 + drawdown(bars))
              ? -settings.hedgeStrengthRatio()
              : 0;
      case FULL -> -1;
    };
  }

  /** Close over the highest close of the lookback, at most 1. */
  double nearness(BarSeries bars) {
    return Drawdown.nearness(bars, settings.nearnessLookback());
  }

  /** Direction of the price over its lookback: −1, 0 or 1. */
  double momentum(BarSeries bars) {
    if (bars.size() <= settings.momLookback() || bars.close(settings.momLookback()) == 0) {
      return Double.NaN;
    }
    return SignificantDigits.order(bars.close(0), bars.close(settings.momLookback()));
  }

  /** Strength that brings the symbol to the target volatility. */
  double volatilityScalar(BarSeries bars) {
    double volatility = RealisedVolatility.of(bars, settings.volWindow(), settings.barsPerYear());
    return RealisedVolatility.scalar(settings.volTarget(), volatility, settings.minVolatility());
  }

  /** Close below the highest close that is remembered, a fraction of at most 0. */
  double drawdown(BarSeries bars) {
    return Drawdown.of(bars);
  }
}
