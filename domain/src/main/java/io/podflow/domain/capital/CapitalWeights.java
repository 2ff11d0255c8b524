package io.podflow.domain.capital;

/**
 * Weights of all pods in configured order, as shares of equity; a RETIRED pod has 0.
 *
 * @param method what the allocation method asks for, summing to at most 1
 * @param lifecycle the same after the clamps by lifecycle state, scaled down where they summed to
 *     more than 1
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not kept
public record CapitalWeights(double[] method, double[] lifecycle) {}
