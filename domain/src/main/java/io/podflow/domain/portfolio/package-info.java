/**
 * The money: what the pods' decisions do to one ledger, close by close.
 *
 * <p>Nouns: the {@link io.podflow.domain.portfolio.Ledger} holds a cash account and quantities for
 * every pod, and the <em>reserve</em>, cash that no pod has; positions, cash and equity of the
 * portfolio are sums of those, so that the books balance by construction. A <em>standing
 * target</em> is what a pod wanted last, and stays until it says otherwise. A symbol is
 * <em>stale</em> after several missed closes. A <em>trade</em> (package {@code execution}) waits in
 * {@link io.podflow.domain.portfolio.PortfolioState} for its symbol's next open.
 *
 * <p>Open {@link io.podflow.domain.portfolio.PortfolioStep} first: it is the order of things at one
 * close (decision FP3), a line for each, and each line is a small class of this package. Not here:
 * what a pod wants ({@code pod}), how capital is shared ({@code capital}), netting arithmetic
 * ({@code netting}), what a fill costs ({@code execution}).
 */
@NullMarked
package io.podflow.domain.portfolio;

import org.jspecify.annotations.NullMarked;
