package io.podflow.api;

/**
 * The weight of one feature in a model.
 *
 * @param feature name as in docs/strategies.md
 * @param weight a coefficient in units of the label per unit of the feature, or an importance of at
 *     least 0 where the model has no coefficients; importances of a model sum to 1
 */
public record FeatureWeight(String feature, double weight) {}
