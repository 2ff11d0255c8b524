/**
 * What becomes of orders, on paper or at an exchange.
 *
 * <p>Open {@link io.podflow.domain.portfolio.broker.Broker} first. {@link
 * io.podflow.domain.portfolio.broker.PaperBroker} fills at the next open; {@link
 * io.podflow.domain.portfolio.broker.ExchangeBroker} sends commands and books what is reported;
 * {@link io.podflow.domain.portfolio.broker.Reconciliation} compares positions with the exchange
 * side's. Not here: how large an order is ({@code orders}), and the exchange side itself ({@code
 * domain.exchange}).
 */
@NullMarked
package io.podflow.domain.portfolio.broker;

import org.jspecify.annotations.NullMarked;
