package io.podflow.job.state;

/**
 * How far a job has read a topic, and which topic that was (decision LV4).
 *
 * @param clusterId of the broker's cluster
 * @param topicId of the topic, which changes when it is deleted and made again
 * @param next offset of the first record that the job has not read
 */
public record TopicPlace(String clusterId, String topicId, long next) {}
