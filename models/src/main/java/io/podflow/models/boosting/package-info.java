/**
 * Gradient-boosted regression trees: many shallow trees, each fitted to what the ones before have
 * left (Friedman 2001, 2002).
 *
 * <p>The nouns: {@link io.podflow.models.boosting.Boosting} adds up {@code Tree}s; a {@code
 * TreeGrower} makes one of the residuals of some rows; {@code SortedColumns} is the training set
 * with the rows in the order of every feature, sorted once per fit. Why this is not a library:
 * docs/adr/0008.
 */
@NullMarked
package io.podflow.models.boosting;

import org.jspecify.annotations.NullMarked;
