/**
 * Bars, the time they cover, and the symbols they belong to: the input side of every step.
 *
 * <p>A {@link io.podflow.api.Bar} is one closed candle. Its time is always its <em>close</em>, in
 * epoch milliseconds UTC, and its symbol is a small integer that the {@link
 * io.podflow.domain.market.Universe} of the run resolves. A {@link io.podflow.api.Timeframe} is the
 * length of a bar and the grid of its closes; {@link io.podflow.domain.market.UtcDays} says which
 * day a close ends. A <em>row</em> is a bar of the input as it was read; a <em>bucket</em> is the
 * period of a longer timeframe that rows are collected in ({@link
 * io.podflow.domain.market.BucketAggregation}). A {@link io.podflow.domain.market.RunWindow} is the
 * stretch of event time a run covers, and a {@link io.podflow.domain.market.MarketRecord} is what a
 * source of bars hands out: a bar, or something to say about the data; the last one of a reader
 * brings its {@link io.podflow.domain.market.InputCounts}.
 *
 * <p>{@link io.podflow.api.BarSeries} is what strategies look at; {@link
 * io.podflow.domain.market.BarHistory} is the state behind it.
 *
 * <p>Files, formats and what to do about rows that cannot be read do not belong here but in the
 * connectors; indicators and returns belong to their own packages. Start with {@link
 * io.podflow.api.Bar} and {@link io.podflow.api.Timeframe}.
 */
@NullMarked
package io.podflow.domain.market;

import org.jspecify.annotations.NullMarked;
