/**
 * What is held of one symbol: how much, and at what price it was entered.
 *
 * <p>A {@link io.podflow.domain.position.Position} is the same thing for the portfolio's ledger and
 * for a pod's own share; {@link io.podflow.domain.position.Quantity} says from what size on a
 * quantity counts. Not here: what moves positions ({@code execution}), what closes them early
 * ({@code protection}), whose cash is involved ({@code portfolio}).
 */
@NullMarked
package io.podflow.domain.position;

import org.jspecify.annotations.NullMarked;
