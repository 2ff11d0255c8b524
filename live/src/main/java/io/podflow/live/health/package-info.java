/**
 * Writes how a live portfolio is doing to its topic of health.
 *
 * <p>Open {@link io.podflow.live.health.HealthPublisher} first: it has a producer and a thread of
 * its own, so it speaks when no data comes and when checkpoints fail. Not here: what can be wrong
 * and how it is grouped ({@code domain.health}), and the operators that notice it ({@code
 * live.job}).
 */
@NullMarked
package io.podflow.live.health;

import org.jspecify.annotations.NullMarked;
