/**
 * The {@code podflow} command: {@link io.podflow.app.Podflow} lists the commands, and turns
 * failures into sentences and exit codes.
 *
 * <p>The commands are in packages by what a person does: {@code backtest}, {@code bars}, {@code
 * config}, {@code live}, {@code watch}, {@code state}. Only this module writes to the terminal. Not
 * here: anything that a program could want without a command line.
 */
@NullMarked
package io.podflow.app;

import org.jspecify.annotations.NullMarked;
