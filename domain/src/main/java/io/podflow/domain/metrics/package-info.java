/**
 * Figures computed from returns: what an asset or a pod has done, never what should follow from it.
 *
 * <p>Two nouns. A {@link io.podflow.domain.metrics.ReturnWindow} is the recent past of one symbol,
 * bounded, from which {@link io.podflow.domain.metrics.ReturnMetrics} computes Sharpe ratio, return
 * and drawdown afresh at every close: figures with a lookback must forget, and what is recomputed
 * from the kept values cannot drift. A {@link io.podflow.domain.metrics.Performance} is the whole
 * past of one pod in a handful of running sums, because figures without a lookback need not be
 * recomputed from anything. {@link io.podflow.domain.metrics.Ranks} compares symbols at one close.
 *
 * <p>Scores, thresholds and states do not belong here: they are in {@code selection} and {@code
 * pod}. Returns are simple, fractions per bar or day; annualisation is told to the functions, since
 * only the caller knows the timeframe.
 *
 * <p>Open {@link io.podflow.domain.metrics.ReturnMetrics} first.
 */
@NullMarked
package io.podflow.domain.metrics;

import org.jspecify.annotations.NullMarked;
