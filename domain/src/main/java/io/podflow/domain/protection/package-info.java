/**
 * Closing a position early because of what it lost: the stop loss and the trailing stop of a pod
 * (decision EX4).
 *
 * <p>A {@link io.podflow.domain.protection.HeldPosition} is what a pod holds of one symbol by its
 * own decisions: entered at the opens that follow them, marked by the bars of its own timeframe.
 * The {@link io.podflow.domain.protection.StopRules} say at a close whether it was stopped out in
 * the bar, and the {@link io.podflow.domain.protection.QuietTime} how long the symbol then stays
 * out (decision TR6). Open {@link io.podflow.domain.protection.StopRules} first.
 *
 * <p>Protection looks at the pod's own share alone, never at the portfolio's netted position: what
 * other pods do cannot stop a pod out, and the pod's step needs to know nothing of fills. Limits of
 * the whole portfolio are in {@code risk}.
 */
@NullMarked
package io.podflow.domain.protection;

import org.jspecify.annotations.NullMarked;
