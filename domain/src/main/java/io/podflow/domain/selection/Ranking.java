package io.podflow.domain.selection;

/**
 * How the symbols of a pod compare at one close, in the pod's symbol order. Ranks are percentiles
 * in [0, 1], NaN for a symbol that is not ranked.
 *
 * @param scores composite score in [0, 1]; 0.5 for a symbol that is not ranked
 * @param bySharpe 1 for the highest Sharpe ratio
 * @param byReturn 1 for the highest return
 * @param byDrawdown 1 for the deepest drawdown
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not kept
public record Ranking(double[] scores, double[] bySharpe, double[] byReturn, double[] byDrawdown) {}
