package io.podflow.live.job;

import io.podflow.live.kafka.KafkaAccess;
import io.podflow.live.kafka.Topics;
import java.io.Serializable;
import org.apache.flink.metrics.MetricGroup;

/**
 * A topic whose reading is watched, for a task that has yet to start.
 *
 * @param part the part of podflow that reads it, as records of health have it
 * @param topic name of the topic
 * @param clockTolerance how far a time may be ahead of this machine's clock before it is told,
 *     milliseconds
 */
record WatchedTopic(
    KafkaAccess kafka, Topics topics, String part, String topic, long clockTolerance)
    implements Serializable {

  TopicWatch open(MetricGroup metrics) {
    return new TopicWatch(this, metrics);
  }
}
