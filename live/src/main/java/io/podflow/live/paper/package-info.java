/**
 * The exchange on paper as a process of its own: reads bars and orders, sends reports.
 *
 * <p>Open {@link io.podflow.live.paper.PaperExchangeProcess} first; {@link
 * io.podflow.live.paper.ExchangeSession} puts both topics in the order of their closes. Not here:
 * at which price an order is filled, which is {@code domain.exchange}.
 */
@NullMarked
package io.podflow.live.paper;

import org.jspecify.annotations.NullMarked;
