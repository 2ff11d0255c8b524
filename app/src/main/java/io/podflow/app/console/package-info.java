/**
 * What several commands say in the same way: progress, the cause of a failure, the version.
 *
 * <p>{@link io.podflow.app.console.RootCause} finds the one sentence under what engines wrap around
 * a failure; {@link io.podflow.app.console.ProgressDisplay} shows progress as a bar or as lines.
 * Not here: the summary of a run, which is {@code report.console}.
 */
@NullMarked
package io.podflow.app.console;

import org.jspecify.annotations.NullMarked;
