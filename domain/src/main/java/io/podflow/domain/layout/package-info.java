/**
 * What follows from the settings of a portfolio: who trades which symbols, under which numbers, and
 * which configurations may follow.
 *
 * <p>{@link io.podflow.domain.layout.PortfolioLayout} gives pods and symbols their numbers, which
 * state and messages use in place of names. {@link io.podflow.domain.layout.Lineage} keeps the
 * numbers of pods that are gone, so that no number is given twice; {@link
 * io.podflow.domain.layout.Removal} is what becomes of their positions. {@link
 * io.podflow.domain.layout.VersionRules} says which changes of a configuration a running job takes.
 * Open {@link io.podflow.domain.layout.PortfolioLayout} first. Not here: the settings as the user
 * wrote them ({@code settings}).
 */
@NullMarked
package io.podflow.domain.layout;

import org.jspecify.annotations.NullMarked;
