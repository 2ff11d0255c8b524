/**
 * Output that several commands share: progress, the cause of a failure, the version.
 *
 * <p>{@link io.podflow.app.console.RootCause} finds the message of the original exception under the
 * wrappers of an engine; {@link io.podflow.app.console.ProgressDisplay} shows progress as a
 * progress bar or as lines. Not here: the summary of a run, which is {@code report.console}.
 */
@NullMarked
package io.podflow.app.console;

import org.jspecify.annotations.NullMarked;
