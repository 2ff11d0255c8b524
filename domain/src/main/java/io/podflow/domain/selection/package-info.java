/**
 * Who may trade: the machine of every (pod, symbol) that takes weak symbols out step by step and
 * lets them back in (requirement B).
 *
 * <p>The nouns: a {@link io.podflow.domain.selection.CompositeScore score} in [0, 1] compares a
 * pod's symbols at one close; an {@link io.podflow.domain.selection.SelectorState} is what one
 * symbol carries from close to close; its {@link io.podflow.domain.selection.AssetState} says which
 * rule of {@link io.podflow.domain.selection.TransitionRules} applies next; the {@link
 * io.podflow.domain.selection.AssetSelector} walks over all machines of a pod once per close,
 * because the floor (B10) makes each depend on the others, and says by which rule each was {@link
 * io.podflow.domain.selection.MovedBy moved}. {@link io.podflow.domain.selection.AbsoluteLimits}
 * and {@link io.podflow.domain.selection.PermanentExclusion} are optional and off by default.
 *
 * <p>How much a selected symbol gets is not decided here but in {@code allocation}, and what a pod
 * without selected symbols becomes, in {@code pod}.
 *
 * <p>Open {@link io.podflow.domain.selection.TransitionRules} first: it is the table.
 */
@NullMarked
package io.podflow.domain.selection;

import org.jspecify.annotations.NullMarked;
