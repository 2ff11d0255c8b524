/**
 * The plain loop over the same steps as the Flink job, in one thread: the oracle of the parity
 * tests and the fastest way through a backtest.
 *
 * <p>Open {@link io.podflow.job.inline.InlineEngine} first. What does not belong here: rules of the
 * steps or of their alignment ({@code io.podflow.job.step}), Flink ({@code io.podflow.job.flink}).
 */
@NullMarked
package io.podflow.job.inline;

import org.jspecify.annotations.NullMarked;
