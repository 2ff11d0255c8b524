/**
 * A portfolio's topics and how to reach their broker, without Flink.
 *
 * <p>{@link io.podflow.live.kafka.KafkaAccess} is the way to a broker, {@link
 * io.podflow.live.kafka.Topics} are the names of a portfolio's topics, {@link
 * io.podflow.live.kafka.TopicSetup} makes topics and {@link io.podflow.live.kafka.TopicSettings}
 * says what is wrong with their settings. {@link io.podflow.live.kafka.TopicReader} and {@link
 * io.podflow.live.kafka.Sender} read and write one topic of one partition. Not here: what records
 * look like ({@code connectors.wire}), and who reads or writes them.
 */
@NullMarked
package io.podflow.live.kafka;

import org.jspecify.annotations.NullMarked;
