package io.podflow.domain.settings;

import java.io.Serializable;

/**
 * A whole configuration file.
 *
 * @param backtest range, capital and bars of a backtest
 * @param orchestrator the portfolio: pods, capital, risk, execution
 * @param journal what a run writes down
 */
public record PodflowSettings(
    @Setting(value = "Range, capital and bars of a backtest", def = Setting.SECTION)
        BacktestSettings backtest,
    @Setting("The portfolio: pods, capital, risk, execution") OrchestratorSettings orchestrator,
    @Setting(value = "What a run writes down", def = Setting.SECTION) JournalSettings journal)
    implements Serializable {}
