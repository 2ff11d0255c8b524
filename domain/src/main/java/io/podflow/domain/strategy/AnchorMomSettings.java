package io.podflow.domain.strategy;

/**
 * The parameters of {@code anchor-mom}; meanings and bounds are in {@link AnchorMomProvider}.
 *
 * @param barsPerYear for annualisation: the timeframe's unless configured
 */
record AnchorMomSettings(
    int nearnessLookback,
    int momLookback,
    double strongNearness,
    double weakNearness,
    double shortNearness,
    double volTarget,
    int volWindow,
    double minVolatility,
    int atrPeriod,
    ShortMode shortMode,
    double hedgeThreshold,
    double hedgeStrengthRatio,
    double barsPerYear) {

  /** Bars until every figure is defined; a change over n bars needs n + 1 closes. */
  int warmUpBars() {
    int changes = Math.max(momLookback, volWindow) + 1;
    return Math.max(changes, Math.max(nearnessLookback, atrPeriod));
  }
}
