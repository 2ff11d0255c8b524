/**
 * What a simulated job trades in: a market, a portfolio and an exchange side, all from one seed. A
 * world is what decisions may depend on; what must not change them is not here.
 *
 * <p>Open {@link io.podflow.simulation.world.World} first.
 */
@NullMarked
package io.podflow.simulation.world;

import org.jspecify.annotations.NullMarked;
