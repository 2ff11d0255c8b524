/**
 * Kafka without Flink: how to reach a broker, the topics of a job, and the processes at their other
 * ends, that is a replay of bars, an exchange on paper, and a recorder of decisions.
 *
 * <p>Open {@link io.podflow.job.kafka.Topics} first. Not here: the job itself, which is {@code
 * live}, and what records look like, which is {@code connectors.wire}.
 */
@NullMarked
package io.podflow.job.kafka;

import org.jspecify.annotations.NullMarked;
