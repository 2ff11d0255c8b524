package io.podflow.domain.settings;

import java.io.Serializable;

/** The {@code turnover_constraint} section (requirement A). All values are fractions of equity. */
public record TurnoverSettings(
    @Setting(
            value = "Largest move of one pod's fraction in one rebalance",
            def = "0.10",
            min = 0,
            above = true,
            max = 1)
        double maxPodTurnoverPerRebalance,
    @Setting(
            value = "Largest sum of moves of all pods in one rebalance",
            def = "0.30",
            min = 0,
            above = true,
            max = 2)
        double maxTotalTurnoverPerRebalance)
    implements Serializable {}
