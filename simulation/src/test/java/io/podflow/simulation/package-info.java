/**
 * A live portfolio with everything around it in one thread, driven by a seed: feed, exchange side,
 * topics, checkpoints, crashes. A seed makes a world, which is run once undisturbed and once
 * disturbed; both must decide the same, and the books of both sides must be the same.
 *
 * <p>Open {@link io.podflow.simulation.Simulation} first. {@link io.podflow.simulation.Disturbance}
 * lists what may go wrong, {@link io.podflow.simulation.Verdict} what must hold all the same.
 */
@NullMarked
package io.podflow.simulation;

import org.jspecify.annotations.NullMarked;
