/**
 * What a process must not leave behind, whether it ends by itself or is interrupted.
 *
 * <p>{@link io.podflow.job.cleanup.OnInterrupt} is the one place that knows how a Java process
 * hears of Ctrl-C; {@link io.podflow.job.cleanup.Scratch} is a temporary folder built on it. The
 * folder of a run does not belong here: it has rules of its own (connectors, {@code rundb}).
 */
@NullMarked
package io.podflow.job.cleanup;

import org.jspecify.annotations.NullMarked;
