/**
 * From the pods' targets to orders.
 *
 * <p>{@link io.podflow.domain.portfolio.orders.StandingTargets} keeps what each pod wanted last,
 * {@link io.podflow.domain.portfolio.orders.NettedTargets} adds the pods' targets for each symbol,
 * and {@link io.podflow.domain.portfolio.orders.OrderSizer} turns the difference to what is held
 * into orders, or into a row that says why there is none. {@link
 * io.podflow.domain.portfolio.orders.ForcedChanges}, {@link
 * io.podflow.domain.portfolio.orders.StaleSymbols} and {@link
 * io.podflow.domain.portfolio.orders.Liquidation} are changes that nobody may refuse. Open {@link
 * io.podflow.domain.portfolio.orders.OrderSizer} first. Not here: the rules that refuse an order
 * ({@code execution}).
 */
@NullMarked
package io.podflow.domain.portfolio.orders;

import org.jspecify.annotations.NullMarked;
