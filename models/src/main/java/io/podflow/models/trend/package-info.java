/**
 * The strategies: forecasts of the next bars' return, as signals.
 *
 * <p>{@link io.podflow.models.trend.TrendForecast} is the strategy they all are; {@code ctrend}
 * fits an elastic net, {@code ctrend-x} and {@code gbtrend} boosted trees. Each has a provider that
 * names its parameters (docs/strategies.md) and is found as a service.
 */
@NullMarked
package io.podflow.models.trend;

import org.jspecify.annotations.NullMarked;
