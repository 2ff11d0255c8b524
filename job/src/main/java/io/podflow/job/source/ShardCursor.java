package io.podflow.job.source;

import io.podflow.api.Bar;
import io.podflow.domain.journal.Event;
import io.podflow.domain.market.MarketRecord;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An open shard, standing on the next record to emit. */
final class ShardCursor implements Closeable {

  private final FeedShard shard;
  private final MarketFeed.Records records;
  private long emitted;
  private @Nullable MarketRecord next;

  private ShardCursor(FeedShard shard, MarketFeed.Records records) {
    this.shard = shard;
    this.records = records;
    this.emitted = shard.emitted();
  }

  /** Opens the shard behind the records already emitted; {@link #advance} moves onto the first. */
  static ShardCursor open(MarketFeed feed, FeedShard shard) {
    try {
      MarketFeed.Records records = feed.open(shard.shard(), shard.shards());
      for (long skipped = 0; skipped < shard.emitted(); skipped++) {
        requireMore(records, shard, skipped);
        records.next();
      }
      return new ShardCursor(shard, records);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireMore(MarketFeed.Records records, FeedShard shard, long read) {
    if (!records.hasNext()) {
      throw new IllegalStateException(
          "shard "
              + shard.splitId()
              + " of the feed ends after "
              + read
              + " records (expected: at least the "
              + shard.emitted()
              + " that were read before the restart)");
    }
  }

  /** Moves to the next record; false at the end. */
  boolean advance() {
    if (next != null) {
      emitted++;
    }
    next = records.hasNext() ? records.next() : null;
    return next != null;
  }

  MarketRecord record() {
    return Objects.requireNonNull(next, "cursor stands on no record");
  }

  long time() {
    MarketRecord record = record();
    Bar bar = record.bar();
    Event event = record.event();
    return bar != null ? bar.closeTime() : Objects.requireNonNull(event, "empty record").time();
  }

  int shard() {
    return shard.shard();
  }

  FeedShard position() {
    return new FeedShard(shard.shard(), shard.shards(), emitted);
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
