/**
 * A linear model with a penalty on its coefficients, fitted by an algorithm whose exact steps
 * determine the coefficients. Open {@link io.podflow.models.linear.ElasticNet} first.
 */
@NullMarked
package io.podflow.models.linear;

import org.jspecify.annotations.NullMarked;
