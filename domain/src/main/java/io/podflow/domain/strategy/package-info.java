/**
 * What to want: strategies turn the bars of one symbol into one signed number.
 *
 * <p>The nouns: a {@link io.podflow.api.Strategy} looks at a {@link io.podflow.api.BarSeries} and
 * returns a {@link io.podflow.api.Signal}. A {@link io.podflow.api.StrategyProvider} gives it a
 * name in the configuration, says which {@link io.podflow.api.Parameter}s it takes, and makes it
 * from their values, the {@link io.podflow.api.Parameters}. The {@link
 * io.podflow.domain.strategy.StrategyCatalogue} finds providers on the class path, podflow's and
 * yours alike.
 *
 * <p>A strategy knows neither positions nor capital nor other symbols; how much becomes of its
 * signal is decided after it. It keeps no state of its own: the bars are the state, so a restart
 * cannot change what it says.
 *
 * <p>To write your own, open {@link io.podflow.domain.strategy.TimeSeriesMomentum} first and copy
 * it together with its provider.
 */
@NullMarked
package io.podflow.domain.strategy;

import org.jspecify.annotations.NullMarked;
