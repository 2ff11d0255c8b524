/**
 * From a wanted change to a booked fill, for one symbol at a time.
 *
 * <p>Nouns: what the pods want to change in a symbol is split by {@link
 * io.podflow.domain.execution.Crossing} into a part that pods exchange among themselves and a rest
 * that is sent. Both together are a {@link io.podflow.domain.execution.Trade}, which waits for the
 * symbol's next open; the sent part is an <em>order</em> and has an id from {@link
 * io.podflow.domain.execution.OrderIds}. At a price a trade becomes an {@link
 * io.podflow.domain.execution.Execution}, with costs by {@link
 * io.podflow.domain.execution.CostModel}, and that is what {@link
 * io.podflow.domain.position.Position}s and cash accounts are moved by. {@link
 * io.podflow.domain.execution.TradeRows} writes it down.
 *
 * <p>Where an exchange side fills the orders, {@link io.podflow.domain.execution.OrderCommand}s go
 * to it and {@link io.podflow.domain.execution.ExchangeReport}s come back, through {@link
 * io.podflow.domain.execution.ReportDeduplicator}; a fill may then be a part of its trade.
 *
 * <p>Open {@link io.podflow.domain.execution.Trade} first. Not here: how much is wanted, when a
 * change is too small, and whose cash it is; that is {@code portfolio}.
 */
@NullMarked
package io.podflow.domain.execution;

import org.jspecify.annotations.NullMarked;
