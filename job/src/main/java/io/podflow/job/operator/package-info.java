/**
 * The operators: thin shells which give a rule of {@code io.podflow.job.step} Flink's state,
 * timers, watermarks and outputs.
 *
 * <p>Open {@link io.podflow.job.operator.AlignmentOperator} first. It serves pods and the
 * portfolio. What does not belong here: an {@code if} about finance, a comparison of event times,
 * waiting, and calls of the domain. Tests hold the last.
 */
@NullMarked
package io.podflow.job.operator;

import org.jspecify.annotations.NullMarked;
