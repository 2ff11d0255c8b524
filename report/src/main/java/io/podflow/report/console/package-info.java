/**
 * The summary of a finished run for the terminal.
 *
 * <p>Open {@link io.podflow.report.console.ConsoleSummary} first: it is a list of {@link
 * io.podflow.report.console.ConsoleSection}s, each of which adds its lines or nothing. Not here:
 * progress of a run that goes on, which is the command line's.
 */
@NullMarked
package io.podflow.report.console;

import org.jspecify.annotations.NullMarked;
