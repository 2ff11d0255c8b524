/**
 * One pod at one close: its own account, who trades, how much.
 *
 * <p>Open {@link io.podflow.domain.pod.PodStep}: account, staleness, selector, allocator, targets,
 * in that order, a class each ({@code AccountStep}, {@code Presence}, {@code SelectionStep}, {@code
 * AllocationStep}, {@code TargetStep}). The account uses the pod's own weights, never the
 * portfolio's, so that capital allocation cannot feed back into the performance it is judged by.
 * What the pod's target is worth in money is decided later, in {@code portfolio}.
 */
@NullMarked
package io.podflow.domain.pod;

import org.jspecify.annotations.NullMarked;
