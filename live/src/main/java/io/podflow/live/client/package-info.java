/**
 * Clients of a running job: they use its topics alone, so they work wherever the broker is reached.
 *
 * <p>{@link io.podflow.live.client.DecisionReader} reads what the job has decided, {@link
 * io.podflow.live.client.DecisionRecorder} writes the decisions into a {@code run.db}, and {@link
 * io.podflow.live.client.VersionClient} hands in versions of the configuration. Not here: the feed
 * and the exchange side.
 */
@NullMarked
package io.podflow.live.client;

import org.jspecify.annotations.NullMarked;
