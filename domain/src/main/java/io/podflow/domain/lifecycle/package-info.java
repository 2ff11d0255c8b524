/**
 * Where a pod stands between its first trade and its end (requirements L3, D1).
 *
 * <p>The nouns. A pod's {@link io.podflow.domain.lifecycle.PodLife life} is what is remembered of
 * it; a {@link io.podflow.domain.lifecycle.PodDay day} is what is told about it at the end of a UTC
 * day; a {@link io.podflow.domain.lifecycle.Condition} is a question with yes or no for an answer;
 * a row of the {@link io.podflow.domain.lifecycle.TransitionTable} says which condition leads from
 * which state to which. The <b>detector</b> watches for a fall of the mean return and takes part in
 * the decision. <b>Alerts</b> and <b>monitors</b> are reported and decide nothing.
 *
 * <p>Open {@link io.podflow.domain.lifecycle.TransitionTable} first, then {@link
 * io.podflow.domain.lifecycle.PodLifecycle} for the order of things in a day. How the detector's
 * defaults were found is told in {@code docs/lifecycle.md}.
 *
 * <p>Not here: what a state leaves of a pod's capital ({@code capital}), and who is excluded
 * ({@code selection}). Time is the day in the argument; there is no clock.
 */
@NullMarked
package io.podflow.domain.lifecycle;

import org.jspecify.annotations.NullMarked;
