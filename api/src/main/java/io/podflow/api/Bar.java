package io.podflow.api;

/**
 * One closed OHLCV candle of one symbol.
 *
 * @param symbol number of the symbol among all symbols of the run; a number and not a name, because
 *     a bar travels between operators
 * @param timeframe length of the bar
 * @param closeTime end of the period, epoch milliseconds UTC
 * @param open first price, quote currency
 * @param high highest price
 * @param low lowest price
 * @param close last price
 * @param volume traded volume, base asset
 */
public record Bar(
    int symbol,
    Timeframe timeframe,
    long closeTime,
    double open,
    double high,
    double low,
    double close,
    double volume) {}
