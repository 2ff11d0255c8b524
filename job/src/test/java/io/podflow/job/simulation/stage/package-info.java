/**
 * The live job as tasks with channels between them, in one thread: who moves next is for somebody
 * else to say, so every order in which a real cluster might work can be tried.
 *
 * <p>Open {@link io.podflow.job.simulation.stage.Pipeline} first. {@link
 * io.podflow.job.simulation.stage.StepStages} runs the domain's steps themselves, fast; {@link
 * io.podflow.job.simulation.stage.OperatorStages} runs the real operators. Not here: topics, faults
 * and what is asked of a run.
 */
@NullMarked
package io.podflow.job.simulation.stage;

import org.jspecify.annotations.NullMarked;
