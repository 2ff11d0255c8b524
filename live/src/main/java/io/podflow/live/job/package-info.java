/**
 * The job as it trades: Kafka topics at both ends of {@link io.podflow.job.topology.Topology}.
 *
 * <p>Every topic goes through {@link io.podflow.live.job.Decode}, where a record that cannot be
 * used turns into a dead letter, and then through a gate operator, where event time begins.
 * Decisions leave in transactions, orders at once. {@link io.podflow.live.job.LiveRun} starts the
 * job in this process or on a cluster, and {@link io.podflow.live.job.JobKeeper} submits it again
 * when the cluster has forgotten it.
 *
 * <p>Open {@link io.podflow.live.job.LiveJob} first. Not here: what a record looks like, which is
 * {@code connectors.wire}, and what is decided, which is the domain's.
 */
@NullMarked
package io.podflow.live.job;

import org.jspecify.annotations.NullMarked;
