package io.podflow.domain.settings;

import java.io.Serializable;

/** The {@code retirement} section: hard stops and degradation (requirement L3). */
public record RetirementSettings(
    @Setting(
            value = "Drawdown that retires a pod at once, fraction",
            def = "0.25",
            min = 0,
            above = true,
            max = 1)
        double maxDrawdownBreach,
    @Setting(value = "30-day losses in a row that retire a pod", def = "6", min = 1)
        int consecutiveLossMonths,
    @Setting(
            value = "90-day Sharpe below which a WARNING pod goes to PROBATION",
            def = "0.3",
            min = 0)
        double rollingSharpeFloor,
    @Setting(value = "Days in PROBATION before retirement", def = "30", min = 1) int probationDays)
    implements Serializable {}
