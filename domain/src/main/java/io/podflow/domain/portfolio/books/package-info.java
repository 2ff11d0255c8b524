/**
 * The state of a portfolio, its ledger, and what is recorded of a close.
 *
 * <p>The {@link io.podflow.domain.portfolio.books.Ledger} holds a cash account and quantities for
 * every pod, and the <em>reserve</em>, cash that no pod has; positions, cash and equity of the
 * portfolio are sums of these, so the books balance by construction. {@link
 * io.podflow.domain.portfolio.books.PortfolioState} is everything that is remembered from close to
 * close; {@link io.podflow.domain.portfolio.books.DecisionBuilder} collects the rows of one close,
 * which end as a {@link io.podflow.domain.portfolio.books.PortfolioDecision}. Open {@link
 * io.podflow.domain.portfolio.books.PortfolioState} first. Not here: who changes the state, and
 * why.
 */
@NullMarked
package io.podflow.domain.portfolio.books;

import org.jspecify.annotations.NullMarked;
