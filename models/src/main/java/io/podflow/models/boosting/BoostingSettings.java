package io.podflow.models.boosting;

/**
 * How boosted trees are grown (docs/strategies.md).
 *
 * @param trees number of trees
 * @param maxDepth largest number of splits between root and leaf
 * @param learningRate factor on each tree's values, a fraction
 * @param subsample fraction of the rows that each tree is fitted to, in (0, 1]
 * @param precision precision of comparisons of feature values and of splits
 */
public record BoostingSettings(
    int trees, int maxDepth, double learningRate, double subsample, SplitPrecision precision) {}
