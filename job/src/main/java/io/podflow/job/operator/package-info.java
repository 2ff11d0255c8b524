/**
 * The operators: thin shells that get state, call a step, put state, emit.
 *
 * <p>Open {@link io.podflow.job.operator.AlignmentOperator} first. It serves pods and the portfolio
 * through a {@link io.podflow.job.step.SetStep}, which lays out arrivals in configured order for a
 * pure step of the domain. An {@code if} about finance is in the wrong room here.
 */
@NullMarked
package io.podflow.job.operator;

import org.jspecify.annotations.NullMarked;
