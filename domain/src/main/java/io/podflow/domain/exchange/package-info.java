/**
 * Something to trade against when there is no exchange: orders go in, reports come out, and books
 * of its own say what it holds.
 *
 * <p>{@link io.podflow.domain.exchange.PaperExchange} fills at the open of a symbol's next bar, as
 * a backtest does, so that what was decided in a backtest is decided again against it. {@link
 * io.podflow.domain.exchange.Faults} makes it as unreliable as real ones are, from a seed.
 *
 * <p>Open {@link io.podflow.domain.exchange.PaperExchange} first. Not here: what the portfolio does
 * about a report, which is {@code portfolio}; topics and processes, which are not the domain's.
 */
@NullMarked
package io.podflow.domain.exchange;

import org.jspecify.annotations.NullMarked;
