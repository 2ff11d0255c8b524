/**
 * Capital between pods: when it is shared anew, and how much each pod gets (requirements A, L1, L4,
 * G1).
 *
 * <p>The nouns. A pod's <b>share</b> is its capital over equity; between rebalances it moves with
 * the pod's own result. A <b>method weight</b> is what the configured method asks for, a
 * <b>lifecycle weight</b> what the state of the pod's lifecycle leaves of it. <b>Overlays</b>, off
 * unless their section is given, scale lifecycle weights in this order: drawdown de-risk,
 * volatility target, cash buffer. A <b>fraction</b> is what the turnover limits let through. What
 * the fractions leave of 1 is the portfolio's reserve, in cash; nothing is ever scaled up to use it
 * (decision CA7).
 *
 * <p>Open {@link io.podflow.domain.capital.CapitalRebalance} first: it composes {@link
 * io.podflow.domain.capital.CapitalAllocator} (method and lifecycle clamps) with {@code
 * CapitalOverlays} and {@link io.podflow.domain.capital.TurnoverLimit}. {@link
 * io.podflow.domain.capital.RebalanceSchedule} says when. All are stateless: what they need to
 * remember is the portfolio's, and comes in as arguments in the order of the configured pods. That
 * is why the method can change by configuration alone.
 *
 * <p>Not here: the transitions of the lifecycle, the sub-ledgers that carry a fraction out, and
 * risk defence, which scales targets and never fractions (decision CA4).
 */
@NullMarked
package io.podflow.domain.capital;

import org.jspecify.annotations.NullMarked;
