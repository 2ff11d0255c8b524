/**
 * What a command tells its user when it does not do what was asked.
 *
 * <p>A {@link io.podflow.config.refusal.Refusal} carries a message for the user and one of the
 * codes of {@link io.podflow.config.refusal.ExitCode}. Not here: what is wrong with a configuration
 * ({@code violation}), and the words for causes that Java or Flink give (the command line's {@code
 * console}).
 */
@NullMarked
package io.podflow.config.refusal;

import org.jspecify.annotations.NullMarked;
