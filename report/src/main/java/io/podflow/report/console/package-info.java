/**
 * The summary of a finished run for the terminal.
 *
 * <p>Open {@link io.podflow.report.console.ConsoleSummary} first: it is a list of {@link
 * io.podflow.report.console.ConsoleSection}s, each of which adds its lines or nothing. Not here:
 * the progress of a running backtest, which the command line shows.
 */
@NullMarked
package io.podflow.report.console;

import org.jspecify.annotations.NullMarked;
