/**
 * The rules around the domain's steps, without Flink: where a feed enters and which close is over
 * ({@link io.podflow.job.step.MarketEntrance}, {@link io.podflow.job.step.ExchangeEntrance}), which
 * keys get a bar ({@link io.podflow.job.step.BarRouting}), what a bar does to a symbol of a pod
 * ({@link io.podflow.job.step.AssetUpdates}), and what belongs to a close of a pod or of the
 * portfolio ({@link io.podflow.job.step.Alignment}). The Flink job, the plain loop, the paper
 * exchange and the simulation run these same rules.
 *
 * <p>Open {@link io.podflow.job.step.Alignment} first. What does not belong here: finance (the
 * domain's steps), keeping state, timers and threads (operators and engines), versions of the
 * configuration ({@code io.podflow.job.version}).
 */
@NullMarked
package io.podflow.job.step;

import org.jspecify.annotations.NullMarked;
