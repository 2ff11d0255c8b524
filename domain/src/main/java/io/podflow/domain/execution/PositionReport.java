package io.podflow.domain.execution;

/**
 * What the exchange side holds of one symbol.
 *
 * @param symbol name of the symbol
 * @param quantity signed, base asset
 * @param averagePrice entry price, quote currency; 0 when flat
 * @param realizedPnl profit of what was closed, costs taken off, quote currency; NaN when not told
 */
public record PositionReport(
    String symbol, double quantity, double averagePrice, double realizedPnl) {}
