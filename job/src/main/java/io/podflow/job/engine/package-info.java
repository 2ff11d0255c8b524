/**
 * What all ways of running the steps over bounded bars agree on.
 *
 * <p>A {@link io.podflow.job.engine.BacktestEngine} takes a {@link io.podflow.job.engine.RunScope}
 * (who, when, how much), a feed of bars and a file for the records, and tells its {@link
 * io.podflow.job.engine.Progress}. What does not belong here: the engines themselves ({@code
 * io.podflow.job.inline} and {@code io.podflow.job.flink}), finance (domain), reading bytes
 * (connectors).
 */
@NullMarked
package io.podflow.job.engine;

import org.jspecify.annotations.NullMarked;
