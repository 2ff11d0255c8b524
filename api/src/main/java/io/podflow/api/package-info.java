/**
 * What a strategy of your own compiles against: this jar and the JDK.
 *
 * <p>A {@link io.podflow.api.Strategy} looks at a {@link io.podflow.api.BarSeries}, the closed bars
 * of one symbol, and returns a {@link io.podflow.api.Signal}. A {@link
 * io.podflow.api.StrategyProvider} gives the strategy a name in the configuration, says which
 * {@link io.podflow.api.Parameter}s it takes, and makes it from their values, the {@link
 * io.podflow.api.Parameters}. The times of bars are closes, in epoch milliseconds UTC; a {@link
 * io.podflow.api.Timeframe} is the length of a bar and the grid of its closes.
 *
 * <p>A strategy knows neither positions nor capital nor other symbols. It keeps no state of its
 * own: the bars are the state, so a restart cannot change what it says.
 *
 * <p>Open {@link io.podflow.api.StrategyProvider} first. Not here: anything that podflow alone
 * needs, such as indicators (module {@code domain}, package {@code indicator}), and the catalogue
 * that finds providers.
 */
@NullMarked
package io.podflow.api;

import org.jspecify.annotations.NullMarked;
