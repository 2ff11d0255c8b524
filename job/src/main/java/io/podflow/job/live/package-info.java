/**
 * The job as it trades: Kafka topics at both ends of {@link io.podflow.job.topology.Topology}.
 *
 * <p>Every topic goes through {@link io.podflow.job.live.Decode}, where what cannot be used turns
 * into a dead letter, and then through a gate operator, where event time begins. Decisions leave in
 * transactions, orders at once.
 *
 * <p>Open {@link io.podflow.job.live.LiveJob} first. Not here: what a record looks like, which is
 * {@code connectors.wire}, and what is decided, which is the domain's.
 */
@NullMarked
package io.podflow.job.live;

import org.jspecify.annotations.NullMarked;
