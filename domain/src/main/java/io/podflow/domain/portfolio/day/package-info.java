/**
 * What happens once a UTC day, and what is measured over days.
 *
 * <p>Open {@link io.podflow.domain.portfolio.day.DayEnd} first. {@link
 * io.podflow.domain.portfolio.day.PodLifecycles} moves the pods' lives on, {@link
 * io.podflow.domain.portfolio.day.Rebalancing} shares capital between pods anew when it is time,
 * {@link io.podflow.domain.portfolio.day.IdleCapital} tells of capital that nobody uses. Not here:
 * the rules of lifecycle and capital ({@code domain.lifecycle}, {@code domain.capital}).
 */
@NullMarked
package io.podflow.domain.portfolio.day;

import org.jspecify.annotations.NullMarked;
