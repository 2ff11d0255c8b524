package io.podflow.domain.settings;

import java.io.Serializable;

/** The {@code volatility_target} section: one factor on all pods' capital; absent, off. */
public record VolatilityTargetSettings(
    @Setting(
            value = "Volatility of the portfolio aimed at, annualised fraction",
            def = "0.15",
            min = 0,
            above = true,
            max = 2)
        double annual,
    @Setting(value = "Daily returns that volatility is measured over", def = "60", min = 5)
        int lookback,
    @Setting(value = "Smallest factor", def = "0.10", min = 0, max = 10) double floor,
    @Setting(value = "Largest factor", def = "1.5", min = 0, above = true, max = 10) double cap)
    implements Serializable {}
