/**
 * The real things that faults happen to: the processes of {@code scripts/kafka} and {@code
 * scripts/cluster}, the job, the paper exchange and the folder of checkpoints, and how each is
 * started, reached by a signal, and started again.
 *
 * <p>Open {@link io.podflow.chaos.stage.Stage} first.
 */
@NullMarked
package io.podflow.chaos.stage;

import org.jspecify.annotations.NullMarked;
