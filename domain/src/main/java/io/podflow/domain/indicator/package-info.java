/**
 * Figures that technical analysis has names for, each computed from the bars of one symbol.
 *
 * <p>Two kinds, told apart by what they need to remember. A <em>recursive</em> indicator depends on
 * every bar since the first: it is an object that takes bar after bar with {@code add} and answers
 * {@code value()}, built on the {@link io.podflow.domain.indicator.Ema}. Its fields are public and
 * plain, so it can lie in a job's state as it stands. A <em>windowed</em> one depends on the last n
 * bars only: it is a function of a {@link io.podflow.api.BarSeries} and the place {@code ago} of
 * its newest bar, and remembers nothing. Both are exact: fed the same bars, a recursive indicator
 * gives the same bits whether it was restarted or not.
 *
 * <p>The formulas are those of docs/strategies.md. What is not defined is NaN: a window that is not
 * full, and a quotient whose denominator is exactly 0, as in a flat bar. NaN then spreads to
 * whatever uses it, except in an exponential average, which carries on over the gap.
 *
 * <p>What strategies make of these figures, features and signals, does not belong here. Open {@link
 * io.podflow.domain.indicator.Adx} for the recursive kind and {@link
 * io.podflow.domain.indicator.Cci} for the windowed one.
 */
@NullMarked
package io.podflow.domain.indicator;

import org.jspecify.annotations.NullMarked;
