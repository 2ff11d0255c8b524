package io.podflow.domain.settings;

import java.io.Serializable;

/** The {@code cash_buffer} section: cash held back in markets without a trend; absent, off. */
public record CashBufferSettings(
    @Setting(value = "Period of the ADX, bars", def = "14", min = 2, max = 100) int adxPeriod,
    @Setting(
            value = "Mean ADX from which a market trends and no cash is held",
            def = "25",
            min = 0,
            above = true,
            max = 100)
        double trendAdx,
    @Setting(
            value = "Mean ADX down to which a market ranges and the whole buffer is held",
            def = "20",
            min = 0,
            max = 100)
        double rangeAdx,
    @Setting(value = "Largest share of capital held in cash", def = "0.40", min = 0, max = 1)
        double maxBuffer)
    implements Serializable {}
