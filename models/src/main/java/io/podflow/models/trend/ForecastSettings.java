package io.podflow.models.trend;

import io.podflow.models.feature.FeatureUnits;

/**
 * The settings of all strategies that forecast.
 *
 * @param trainingWindow bars before the newest bar from which training rows are taken
 * @param horizon bars over which the return is forecast
 * @param refitEveryBars number of bars that share one model
 * @param volWindow number of returns in the estimate of volatility
 * @param volTarget annualised target volatility, fraction
 * @param minVolatility lowest annualised volatility in the sizing, fraction
 * @param shorts whether a negative forecast is a short signal; if not, the signal is flat
 * @param barsPerYear number of bars per year, for annualisation
 * @param barMillis length of a bar, milliseconds
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
