/**
 * When what is to happen: everything that is left to chance, drawn from the seed. Knows no process
 * and no topic.
 *
 * <p>Open {@link io.podflow.chaos.plan.Plan} first.
 */
@NullMarked
package io.podflow.chaos.plan;

import org.jspecify.annotations.NullMarked;
