/**
 * Rules between keys, and warnings about valid configurations.
 *
 * <p>{@link io.podflow.config.check.PortfolioChecks}, {@link io.podflow.config.check.CapitalChecks}
 * and {@link io.podflow.config.check.PodChecks} are lists of small named checks; a check reports a
 * broken rule between keys to its {@link io.podflow.config.check.Scope}. {@link
 * io.podflow.domain.strategy.StrategyCatalogue} knows the installed strategies, {@link
 * io.podflow.config.check.StrategyChecks} compares {@code strategy_params} with the parameters of
 * the strategies. {@link io.podflow.config.check.Warnings} lists settings that are valid but
 * probably not intended.
 *
 * <p>Type and bounds of a single key do not belong here: the {@code @Setting} of the key declares
 * them. Open {@code PodChecks} first.
 */
@NullMarked
package io.podflow.config.check;

import org.jspecify.annotations.NullMarked;
