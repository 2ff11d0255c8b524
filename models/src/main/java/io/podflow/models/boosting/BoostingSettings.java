package io.podflow.models.boosting;

/**
 * How boosted trees are grown (docs/strategies.md).
 *
 * @param trees stages
 * @param maxDepth splits between root and leaf, at most
 * @param learningRate share of each tree's values that counts
 * @param subsample share of the rows that each tree sees, in (0, 1]
 * @param precision in which values of a feature, and splits, are told apart
 */
public record BoostingSettings(
    int trees, int maxDepth, double learningRate, double subsample, SplitPrecision precision) {}
