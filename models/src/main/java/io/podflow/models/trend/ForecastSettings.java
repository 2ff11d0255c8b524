package io.podflow.models.trend;

import io.podflow.models.feature.FeatureUnits;

/**
 * What all forecasts have in common.
 *
 * @param trainingWindow bars that training looks back on
 * @param horizon bars ahead of which the return is forecast
 * @param refitEveryBars length of the blocks of bars that share one model
 * @param volWindow returns that volatility is measured over
 * @param volTarget annualised volatility aimed at
 * @param minVolatility lowest annualised volatility assumed
 * @param shorts whether a forecast of a fall is traded or waited out
 * @param barsPerYear for annualisation
 * @param barMillis length of a bar
 */
public record ForecastSettings(
    int trainingWindow,
    int horizon,
    int refitEveryBars,
    int volWindow,
    double volTarget,
    double minVolatility,
    boolean shorts,
    double barsPerYear,
    long barMillis,
    FeatureUnits units) {}
