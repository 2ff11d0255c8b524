/**
 * The live job as tasks with channels between them, in one thread: who moves next is for somebody
 * else to say, so every order in which a real cluster might work can be tried.
 *
 * <p>Open {@link io.podflow.simulation.stage.Pipeline} first. There are two kinds of tasks. {@link
 * io.podflow.simulation.stage.OperatorStages} has the real operators in Flink's test harnesses.
 * With six or more of those for every life of a job a run takes ten times as long, so {@link
 * io.podflow.simulation.stage.StepStages} has what is in them, which is production code, too:
 * gates, functions and set steps. What it does in the operators' place is what Flink does: keep
 * state by key, as bytes of the same serializers, wake keys as watermarks pass, spread keys over
 * tasks. {@code SimulationTest} holds that both kinds decide the same.
 *
 * <p>Not here: topics, faults and what is asked of a run.
 */
@NullMarked
package io.podflow.simulation.stage;

import org.jspecify.annotations.NullMarked;
