/**
 * The error message and exit code of a command that fails.
 *
 * <p>A {@link io.podflow.config.refusal.Refusal} carries a message for the user and one of the
 * codes of {@link io.podflow.config.refusal.ExitCode}. Not here: violations of a configuration
 * ({@code violation}), and messages for exceptions of Java or Flink (the command line's {@code
 * console}).
 */
@NullMarked
package io.podflow.config.refusal;

import org.jspecify.annotations.NullMarked;
