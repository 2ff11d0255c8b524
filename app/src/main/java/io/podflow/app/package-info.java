/**
 * The {@code podflow} command: {@link io.podflow.app.Podflow} lists the commands, and turns
 * failures into messages and exit codes.
 *
 * <p>The packages group the commands by task: {@code backtest}, {@code bars}, {@code config},
 * {@code live}, {@code watch}, {@code state}. Only this module writes to the terminal. Not here:
 * code that is useful without a command line.
 */
@NullMarked
package io.podflow.app;

import org.jspecify.annotations.NullMarked;
