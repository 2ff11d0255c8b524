/**
 * The money: what the pods' decisions do to one ledger, close by close.
 *
 * <p>Open {@link io.podflow.domain.portfolio.PortfolioStep} first: it is the order of things at one
 * close (decision FP3), a line for each part. The parts are in packages: {@code books} (state,
 * ledger, what is recorded), {@code broker} (what becomes of orders), {@code orders} (from the
 * pods' targets to orders), {@code limits} (what makes targets smaller), {@code day} (what happens
 * at the end of a UTC day). {@link io.podflow.domain.portfolio.LayoutMigration} brings the state of
 * before to another configuration.
 *
 * <p>Nouns: a <em>standing target</em> is what a pod wanted last, and stays until the pod says
 * otherwise. A symbol is <em>stale</em> after several missed closes. A <em>trade</em> (package
 * {@code execution}) waits for its symbol's next open. Not here: what a pod wants ({@code pod}),
 * how capital is shared ({@code capital}), netting arithmetic ({@code netting}), what a fill costs
 * ({@code execution}).
 */
@NullMarked
package io.podflow.domain.portfolio;

import org.jspecify.annotations.NullMarked;
