/**
 * {@code podflow backtest} and {@code podflow export}: run a portfolio over a folder of bars, and
 * export the tables of a run.
 *
 * <p>{@link io.podflow.app.backtest.BacktestCommand} has the options, {@link
 * io.podflow.app.backtest.Backtest} runs the backtest. Not here: the engines ({@code job.flink},
 * {@code job.inline}), and the summary and report of a run (module {@code report}).
 */
@NullMarked
package io.podflow.app.backtest;

import org.jspecify.annotations.NullMarked;
