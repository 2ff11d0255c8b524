/**
 * A linear model with a penalty on its coefficients, fitted by a recipe whose steps are part of the
 * result. Open {@link io.podflow.models.linear.ElasticNet}.
 */
@NullMarked
package io.podflow.models.linear;

import org.jspecify.annotations.NullMarked;
