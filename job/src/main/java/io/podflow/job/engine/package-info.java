/**
 * The ways of running the same steps over bounded bars.
 *
 * <p>A {@link io.podflow.job.engine.BacktestEngine} takes a scope (who, when, how much), a feed of
 * bars and a file for the records. {@link io.podflow.job.engine.InlineEngine} is the plain loop and
 * the oracle of the parity tests; the Flink one lives beside the Flink options in {@code
 * io.podflow.job.flink}. What does not belong here: finance (domain), reading bytes (connectors).
 */
@NullMarked
package io.podflow.job.engine;

import org.jspecify.annotations.NullMarked;
