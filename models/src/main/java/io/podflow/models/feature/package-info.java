/**
 * What the models look at: the features of docs/strategies.md, in columns.
 *
 * <p>A {@link io.podflow.models.feature.FeatureColumn} computes one feature at the last so many
 * bars, a {@link io.podflow.models.feature.FeatureSet} names those that a strategy uses. The order
 * of columns is part of a model's definition: coordinate descent walks along it, and ties between
 * splits go to the first. Formulas of indicators are in the domain's {@code indicator}.
 */
@NullMarked
package io.podflow.models.feature;

import org.jspecify.annotations.NullMarked;
