package io.podflow.domain.settings;

import java.io.Serializable;

/** The {@code drawdown_derisk} section: less capital for a pod that is down; absent, off. */
public record DrawdownDeriskSettings(
    @Setting(
            value = "Current drawdown of a pod that halves its capital, fraction",
            def = "0.10",
            min = 0,
            above = true,
            max = 1)
        double half,
    @Setting(
            value = "Current drawdown of a pod that leaves it no capital, fraction",
            def = "0.20",
            min = 0,
            above = true,
            max = 1)
        double zero)
    implements Serializable {}
