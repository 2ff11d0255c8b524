/**
 * How much: weights that share one whole, first among the symbols of a pod and, with the same
 * mathematics, among the pods of a portfolio.
 *
 * <p>The nouns. <b>Raw weights</b> are what a method asks for before any bound; they need not sum
 * to 1, only their proportions count. <b>Weights</b> are raw weights brought between {@code
 * min_weight} and {@code max_weight} by {@link io.podflow.domain.allocation.WaterFilling}; they sum
 * to 1, or to less where the bounds leave no other way, and the rest is cash. The <b>risk
 * contribution</b> of a holding is its weight times its covariance with the whole; risk parity
 * makes all of them equal. <b>Shrinkage</b> pulls estimates towards something plainer, against
 * fitting the recent past (decision CA10): covariances towards a multiple of the identity in {@link
 * io.podflow.domain.allocation.LedoitWolf}, raw weights towards equal ones in {@link
 * io.podflow.domain.allocation.Shrinkage}.
 *
 * <p>Open {@link io.podflow.domain.allocation.AssetAllocator} first: it is the one class that the
 * pod calls. {@code BoundedSharing} shows the order history, method, bounds; its four methods are
 * the constants of {@code Weighting}, and the only hard one is {@link
 * io.podflow.domain.allocation.RiskParity} with its solver {@code EqualRiskSolver}. {@code
 * DualMomentum} stands beside it, with no bounds and with cash of its own.
 *
 * <p>Not here: which symbols may trade (selection), when weights are recomputed and what becomes of
 * them (pod), and what the state of a pod's lifecycle does to its capital (capital).
 */
@NullMarked
package io.podflow.domain.allocation;

import org.jspecify.annotations.NullMarked;
