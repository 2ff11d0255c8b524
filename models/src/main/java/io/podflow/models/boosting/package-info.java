/**
 * Gradient-boosted regression trees: many shallow trees, each fitted to the residuals of the
 * earlier trees (Friedman 2001, 2002).
 *
 * <p>{@link io.podflow.models.boosting.Boosting} adds up {@code Tree}s; a {@code TreeGrower} grows
 * a tree on the residuals of drawn rows; {@code SortedColumns} is the training set with the rows in
 * the order of every feature, sorted once per fit. Why the trees are not from a library:
 * docs/adr/0008.
 */
@NullMarked
package io.podflow.models.boosting;

import org.jspecify.annotations.NullMarked;
