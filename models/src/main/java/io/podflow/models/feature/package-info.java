/**
 * The features of the models (docs/strategies.md), in columns.
 *
 * <p>A {@link io.podflow.models.feature.FeatureColumn} computes one feature at the last bars of a
 * series, a {@link io.podflow.models.feature.FeatureSet} names the features of a strategy. The
 * order of columns is part of a model's definition: coordinate descent visits the columns in this
 * order, and ties between splits go to the first column. Formulas of indicators are in the domain's
 * {@code indicator}.
 */
@NullMarked
package io.podflow.models.feature;

import org.jspecify.annotations.NullMarked;
