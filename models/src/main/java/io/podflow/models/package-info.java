/**
 * Strategies that forecast with models they fit themselves, behind the domain's strategy interface.
 *
 * <p>The path of a forecast: {@code feature} turns the bars that are kept into columns of features,
 * {@code trend} picks the rows whose labels are known and asks a {@link
 * io.podflow.models.ModelFitter} for a {@link io.podflow.models.Model}, and makes a signal of what
 * the model says. Two kinds of model exist: {@code linear} and {@code boosting}.
 *
 * <p>Nothing of this module is seen outside but the providers in {@code trend}, and they only as
 * services. Indicators are the domain's; sizing, selection and allocation come after the signal.
 *
 * <p>Open {@link io.podflow.models.trend.TrendForecast} first.
 */
@NullMarked
package io.podflow.models;

import org.jspecify.annotations.NullMarked;
