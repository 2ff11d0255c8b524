/**
 * Whether anything was lost: what a run has left behind, held against an undisturbed one and
 * against itself.
 *
 * <p>Open {@link io.podflow.chaos.verdict.Audit} first.
 */
@NullMarked
package io.podflow.chaos.verdict;

import org.jspecify.annotations.NullMarked;
