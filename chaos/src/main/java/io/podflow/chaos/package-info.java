/**
 * Breaks a live portfolio on purpose, on a real broker and a real cluster, and says whether
 * anything was lost (requirements E3, E4, L5, J3). {@code scripts/chaos} starts it.
 *
 * <p>An undisturbed run comes first. Then the same bars are traded again, with faults at moments
 * that follow from a seed, and both must have decided the same. Open {@link
 * io.podflow.chaos.Harness} first, then {@link io.podflow.chaos.Trial}.
 */
@NullMarked
package io.podflow.chaos;

import org.jspecify.annotations.NullMarked;
