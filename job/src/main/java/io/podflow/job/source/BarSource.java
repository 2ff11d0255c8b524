package io.podflow.job.source;

import io.podflow.domain.market.MarketRecord;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A bounded feed of bars as a Flink source, for batch and for streaming alike. The feed is cut into
 * as many shards as there are readers; all of them are handed out at the start, because event time
 * advances only as fast as the slowest symbol.
 */
public final class BarSource implements Source<MarketRecord, FeedShard, List<FeedShard>> {

  private static final long serialVersionUID = 1L;

  private final MarketFeed feed;

  public BarSource(MarketFeed feed) {
    this.feed = feed;
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.BOUNDED;
  }

  @Override
  public SourceReader<MarketRecord, FeedShard> createReader(SourceReaderContext context) {
    return new BarSourceReader(feed, context);
  }

  @Override
  public SplitEnumerator<FeedShard, List<FeedShard>> createEnumerator(
      SplitEnumeratorContext<FeedShard> context) {
    int shards = context.currentParallelism();
    List<FeedShard> open = new ArrayList<>();
    for (int shard = 0; shard < shards; shard++) {
      open.add(new FeedShard(shard, shards, 0));
    }
    return new ShardEnumerator(context, open);
  }

  @Override
  public SplitEnumerator<FeedShard, List<FeedShard>> restoreEnumerator(
      SplitEnumeratorContext<FeedShard> context, List<FeedShard> unassigned) {
    return new ShardEnumerator(context, unassigned);
  }

  @Override
  public SimpleVersionedSerializer<FeedShard> getSplitSerializer() {
    return new FeedShardSerializer();
  }

  @Override
  public SimpleVersionedSerializer<List<FeedShard>> getEnumeratorCheckpointSerializer() {
    return new FeedShardListSerializer();
  }
}
