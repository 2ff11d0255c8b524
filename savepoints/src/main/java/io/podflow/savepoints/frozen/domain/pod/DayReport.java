package io.podflow.savepoints.frozen.domain.pod;

/** Frozen: no behaviour, only what old savepoints hold. */
public record DayReport(
    double dailyReturn,
    double index,
    double sharpe,
    double maxDrawdown,
    double drawdown,
    double calmar,
    int liveDays,
    double funding) {}
