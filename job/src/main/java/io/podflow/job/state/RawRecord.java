package io.podflow.job.state;

/**
 * A record as it lay on its topic.
 *
 * @param payload empty for a record without a value
 * @param received epoch milliseconds UTC, when the broker got it
 */
public record RawRecord(String topic, int partition, long offset, long received, byte[] payload) {}
