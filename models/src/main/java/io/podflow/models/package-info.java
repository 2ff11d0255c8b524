/**
 * Strategies that fit their own models and forecast with them, behind the domain's strategy
 * interface.
 *
 * <p>The path of a forecast: {@code feature} turns the bar history into columns of features, {@code
 * trend} selects the rows whose labels are known, fits a {@link io.podflow.models.Model} with a
 * {@link io.podflow.models.ModelFitter}, and turns the forecast into a signal. Two kinds of model
 * exist: {@code linear} and {@code boosting}.
 *
 * <p>Other modules use only the providers in {@code trend}, and only as services. Indicators are
 * the domain's; sizing, selection and allocation come after the signal.
 *
 * <p>Open {@link io.podflow.models.trend.TrendForecast} first.
 */
@NullMarked
package io.podflow.models;

import org.jspecify.annotations.NullMarked;
