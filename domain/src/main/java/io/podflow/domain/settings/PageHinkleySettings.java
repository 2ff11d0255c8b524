package io.podflow.domain.settings;

import java.io.Serializable;

/**
 * The {@code page_hinkley} section (decision AC3): the detector of a fall of a pod's mean return.
 *
 * <p>The defaults of delta and lambda go together and are for standardised returns, with which the
 * time between false alarms is at least 1000 days in the mean; docs/lifecycle.md shows how they
 * were found and what they detect. Both are in the unit of what is fed: daily volatilities of the
 * pod, or, with {@code standardise: false}, returns.
 */
public record PageHinkleySettings(
    @Setting(
            value = "Tolerated fall of the mean per day, daily volatilities",
            def = "0.2",
            min = 0,
            above = true)
        double delta,
    @Setting(
            value = "Score at which the detector fires, daily volatilities",
            def = "10.5",
            min = 0,
            above = true)
        double lambda,
    @Setting(
            value = "Memory of the running mean",
            def = "0.99",
            min = 0,
            above = true,
            max = 1,
            below = true)
        double alpha,
    @Setting(value = "Whether returns are divided by trailing volatility first", def = "true")
        boolean standardise)
    implements Serializable {}
