/**
 * The command line: reads arguments, calls engines and connectors, prints for people.
 *
 * <p>Exit codes are in {@link io.podflow.job.cli.ExitCode}. Only this package writes to the
 * terminal.
 */
@NullMarked
package io.podflow.job.cli;

import org.jspecify.annotations.NullMarked;
