package io.podflow.domain.capital;

import java.util.List;

/**
 * All that a rebalance sees of the portfolio.
 *
 * @param pods in configured order
 * @param dailyReturns by pod, then by UTC day, oldest first, all of the same length; NaN where a
 *     pod has no return
 * @param shares each pod's capital over equity
 * @param meanAdx mean of the ADX of those symbols for which it is above 0; NaN when there are none
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not kept
public record CapitalInputs(
    List<PodCapital> pods, double[][] dailyReturns, double[] shares, double meanAdx) {}
