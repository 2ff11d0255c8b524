package io.podflow.domain.settings;

import java.io.Serializable;

/** The {@code graduation} section: what a pod in INCUBATION must show (requirement L3). */
public record GraduationSettings(
    @Setting(value = "Daily returns needed", def = "30", min = 1) int minLiveDays,
    @Setting(value = "Annualised Sharpe needed", def = "0.5", min = 0) double minSharpe,
    @Setting(
            value = "Largest drawdown allowed, fraction",
            def = "0.20",
            min = 0,
            above = true,
            max = 1)
        double maxDrawdown,
    @Setting(value = "Trades needed", def = "5", min = 1) int minTradeCount,
    @Setting(
            value = "Mean Calmar needed: mean daily return x 365 / maximum drawdown",
            def = "0.3",
            min = 0)
        double minCalmar,
    @Setting(
            value = "Largest relative gap between Sharpe and expected_sharpe",
            def = "0.30",
            min = 0,
            max = 1)
        double maxBacktestLiveGap,
    @Setting(value = "Largest correlation with the portfolio", def = "0.65", min = 0, max = 1)
        double maxPortfolioCorrelation,
    @Setting(value = "Days after which an ungraduated pod retires", def = "90", min = 1)
        int maxIncubationDays)
    implements Serializable {}
