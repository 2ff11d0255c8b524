package io.podflow.job.source;

import io.podflow.domain.market.MarketRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.core.io.InputStatus;

/**
 * Reads its shards merged by event time. After a restart with fewer readers one reader has several
 * shards; merging them keeps its output in order, which is what the watermarks rely on. For the
 * same reason nothing is read before the last shard is here: one that came later would begin in the
 * past.
 */
final class BarSourceReader implements SourceReader<MarketRecord, FeedShard> {

  private static final Comparator<ShardCursor> BY_TIME =
      Comparator.comparingLong(ShardCursor::time).thenComparingInt(ShardCursor::shard);

  private final MarketFeed feed;
  private final SourceReaderContext context;
  private final PriorityQueue<ShardCursor> cursors = new PriorityQueue<>(BY_TIME);
  private final List<FeedShard> finished = new ArrayList<>();
  private CompletableFuture<Void> available = new CompletableFuture<>();
  private boolean noMoreShards;

  BarSourceReader(MarketFeed feed, SourceReaderContext context) {
    this.feed = feed;
    this.context = context;
  }

  @Override
  public void start() {
    context.sendSplitRequest();
  }

  @Override
  public InputStatus pollNext(ReaderOutput<MarketRecord> output) throws IOException {
    ShardCursor cursor = noMoreShards ? cursors.poll() : null;
    if (cursor == null) {
      return noMoreShards ? InputStatus.END_OF_INPUT : awaitShards();
    }
    output.collect(cursor.record(), cursor.time());
    if (cursor.advance()) {
      cursors.add(cursor);
    } else {
      finished.add(cursor.position());
      cursor.close();
    }
    return cursors.isEmpty() ? InputStatus.END_OF_INPUT : InputStatus.MORE_AVAILABLE;
  }

  private InputStatus awaitShards() {
    if (available.isDone()) {
      available = new CompletableFuture<>();
    }
    return InputStatus.NOTHING_AVAILABLE;
  }

  @Override
  public List<FeedShard> snapshotState(long checkpoint) {
    List<FeedShard> positions = new ArrayList<>(finished);
    cursors.forEach(cursor -> positions.add(cursor.position()));
    return positions;
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return available;
  }

  @Override
  public void addSplits(List<FeedShard> shards) {
    for (FeedShard shard : shards) {
      ShardCursor cursor = ShardCursor.open(feed, shard);
      if (cursor.advance()) {
        cursors.add(cursor);
      } else {
        finished.add(shard);
      }
    }
  }

  @Override
  public void notifyNoMoreSplits() {
    noMoreShards = true;
    available.complete(null);
  }

  @Override
  public void close() throws IOException {
    for (ShardCursor cursor : cursors) {
      cursor.close();
    }
  }
}
