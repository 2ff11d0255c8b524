package io.podflow.domain.settings;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** The {@code page_hinkley} section (decision AC3); absent values mean the calibrated ones. */
public record PageHinkleySettings(
    @Setting(
            value = "Tolerated drift per day",
            def = Setting.NONE,
            min = 0,
            above = true,
            awaits = "lifecycle")
        @Nullable Double delta,
    @Setting(
            value = "Score at which the detector fires",
            def = Setting.NONE,
            min = 0,
            above = true,
            awaits = "lifecycle")
        @Nullable Double lambda,
    @Setting(
            value = "Memory of the running mean",
            def = "0.99",
            min = 0,
            above = true,
            max = 1,
            below = true,
            awaits = "lifecycle")
        double alpha,
    @Setting(
            value = "Whether returns are divided by trailing volatility first",
            def = "true",
            awaits = "lifecycle")
        boolean standardise)
    implements Serializable {}
