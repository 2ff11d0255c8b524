/**
 * Bars as a Flink source.
 *
 * <p>A {@link io.podflow.job.source.MarketFeed} is the port: an ordered, repeatable stream of bars
 * and data events, cut into shards by symbol. {@link io.podflow.job.source.BarSource} makes any
 * feed a Flink source whose position in a checkpoint is the number of records emitted. Parsing
 * files does not belong here; the connectors do that.
 */
@NullMarked
package io.podflow.job.source;

import org.jspecify.annotations.NullMarked;
