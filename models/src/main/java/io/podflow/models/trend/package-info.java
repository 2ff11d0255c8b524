/**
 * The strategies, which turn forecasts of the next bars' return into signals.
 *
 * <p>{@link io.podflow.models.trend.TrendForecast} implements all of them; {@code ctrend} fits an
 * elastic net, {@code ctrend-x} and {@code gbtrend} boosted trees. Each strategy has a provider
 * with its parameters (docs/strategies.md), which is loaded as a service.
 */
@NullMarked
package io.podflow.models.trend;

import org.jspecify.annotations.NullMarked;
