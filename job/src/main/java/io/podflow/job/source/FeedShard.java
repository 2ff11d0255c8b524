package io.podflow.job.source;

import org.apache.flink.api.connector.source.SourceSplit;

/**
 * One part of a feed and how far it has been read.
 *
 * @param shard which part
 * @param shards into how many parts the feed was cut when the job first started
 * @param emitted records of this part already emitted
 */
record FeedShard(int shard, int shards, long emitted) implements SourceSplit {

  @Override
  public String splitId() {
    return shard + "/" + shards;
  }
}
