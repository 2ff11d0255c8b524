package io.podflow.domain.market;

/**
 * One closed OHLCV candle of one symbol.
 *
 * @param symbol index into the {@link Universe} of the run; an int because it travels between
 *     operators
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
