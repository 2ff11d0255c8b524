package io.podflow.domain.settings;

import java.io.Serializable;

/**
 * The {@code page_hinkley} section (decision AC3): the detector of a fall of a pod's mean return.
 *
 * <p>The defaults of delta and lambda go together and are for standardised returns: with them the
 * mean time between false alarms is above 1000 days for normal, heavy-tailed and clustered returns
 * alike. {@code docs/lifecycle.md} shows how they were found and what they detect.
 *
 * <p>Both are in the unit of what is fed: daily volatilities of the pod, or, with {@code
 * standardise: false}, returns as fractions. There is no second pair of defaults for those, because
 * it would have to know the pod's volatility, which is what standardising is for; whoever turns it
 * off gives both (the calibrated pair times the pod's daily volatility is a start).
 */
public record PageHinkleySettings(
    @Setting(
            value =
                "Tolerated fall of the mean, daily volatilities (returns with standardise: false)",
            def = "0.2",
            min = 0,
            above = true)
        double delta,
    @Setting(
            value = "Score above which the detector fires, in the unit of delta",
            def = "11",
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
