/**
 * What makes all targets of a close smaller: {@link io.podflow.domain.portfolio.limits.RiskControl}
 * by defence after a loss, {@link io.podflow.domain.portfolio.limits.VolatilityControl} by the
 * volatility of what would be held.
 *
 * <p>Not here: when defence begins and ends, and how volatility is estimated ({@code domain.risk}).
 */
@NullMarked
package io.podflow.domain.portfolio.limits;

import org.jspecify.annotations.NullMarked;
