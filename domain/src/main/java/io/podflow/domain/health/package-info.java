/**
 * How a live portfolio is doing: what is wrong, since when, and what a person can do about it.
 *
 * <p>Open {@link io.podflow.domain.health.HealthLog} first: it groups what goes wrong into records
 * and limits how often each is told. {@link io.podflow.domain.health.HealthMessage} lists what lies
 * on the topic of health. Not here: decisions, which never depend on a wall clock, and the reading
 * of clocks and topics (module {@code live}).
 */
@NullMarked
package io.podflow.domain.health;

import org.jspecify.annotations.NullMarked;
