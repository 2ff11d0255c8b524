package io.podflow.live.kafka;

/**
 * What a broker says of the only partition of a topic.
 *
 * @param clusterId of the broker's cluster
 * @param topicId changes when a topic is deleted and made again under the same name
 * @param earliest offset of the first record that is still there
 * @param end offset behind the last record
 */
public record TopicFacts(String clusterId, String topicId, long earliest, long end) {}
