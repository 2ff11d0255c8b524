/**
 * {@code podflow backtest} and {@code podflow export}: a portfolio runs over a folder of bars, and
 * its run folder is written.
 *
 * <p>{@link io.podflow.app.backtest.BacktestCommand} has the options, {@link
 * io.podflow.app.backtest.Backtest} does the run. Not here: the engines ({@code job.flink}, {@code
 * job.inline}), and what is shown afterwards (module {@code report}).
 */
@NullMarked
package io.podflow.app.backtest;

import org.jspecify.annotations.NullMarked;
