/**
 * Limits on the whole portfolio, what reaching one sets off, and how that ends (requirement L7).
 *
 * <p>Nouns: at every close the portfolio takes its {@link io.podflow.domain.risk.RiskMeasures
 * measures}, one or more numbers per {@link io.podflow.domain.risk.RiskKind kind}; one that cannot
 * be taken is NaN. {@link io.podflow.domain.risk.RiskLimits} turns measures near or at their limit
 * into {@link io.podflow.domain.risk.RiskAlert alerts}. A critical alert puts the portfolio into
 * {@link io.podflow.domain.risk.RiskDefence defence}: a scale of 0 on all targets, then back to 1
 * in steps, a step per UTC day. {@link io.podflow.domain.risk.AlertChanges} says which alerts are
 * news. What is remembered between closes is one {@link io.podflow.domain.risk.RiskState}.
 *
 * <p>Where the measures come from: {@link io.podflow.domain.risk.EquityRisk} follows the ledger's
 * equity (drawdown, loss of the day, volatility), {@link io.podflow.domain.risk.PodRisk} looks at
 * the pods' daily returns (risk shares, correlation), {@link
 * io.podflow.domain.risk.CorrelationStress} also at closes of symbols; leverage and offset are
 * {@code netting}'s.
 *
 * <p>Apart from limits stands the {@link io.podflow.domain.risk.VolatilityCap}: it makes targets
 * smaller while their {@link io.podflow.domain.risk.VolatilityEstimate estimated volatility} is
 * above its limit, and never closes anything. Its closes are in {@link
 * io.podflow.domain.risk.VolatilityState}.
 *
 * <p>Open {@link io.podflow.domain.risk.RiskKind} first: it is the list of what can go wrong.
 * Nothing here moves capital or sends an order: risk scales targets, never stored fractions
 * (decision CA4).
 */
@NullMarked
package io.podflow.domain.risk;

import org.jspecify.annotations.NullMarked;
