/**
 * The rules around the domain's steps, without Flink: which bars go to which key, what belongs to a
 * close, and in which order a step gets it. The Flink job, the plain loop and the simulation all
 * run these.
 *
 * <p>Open {@link io.podflow.job.step.SetStep} first. What does not belong here: finance (the
 * domain's steps), keeping state, timers and threads (operators and engines), versions of the
 * configuration ({@code io.podflow.job.version}).
 */
@NullMarked
package io.podflow.job.step;

import org.jspecify.annotations.NullMarked;
