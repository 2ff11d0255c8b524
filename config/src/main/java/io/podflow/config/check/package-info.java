/**
 * Rules that need more than one key, and remarks about configurations that are allowed.
 *
 * <p>{@link io.podflow.config.check.PortfolioChecks}, {@link io.podflow.config.check.CapitalChecks}
 * and {@link io.podflow.config.check.PodChecks} are visible lists of small named checks; a check
 * asks its {@link io.podflow.config.check.Scope} that something holds between keys. {@link
 * io.podflow.domain.strategy.StrategyCatalogue} knows the installed strategies, {@link
 * io.podflow.config.check.StrategyChecks} compares {@code strategy_params} with what they accept.
 * {@link io.podflow.config.check.Warnings} lists what is legal but probably not meant.
 *
 * <p>Type and bounds of a single key do not belong here: they are declared at the key itself. Open
 * {@code PodChecks} first.
 */
@NullMarked
package io.podflow.config.check;

import org.jspecify.annotations.NullMarked;
