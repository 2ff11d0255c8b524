package io.podflow.job.testing;

import io.podflow.domain.journal.Event;
import io.podflow.domain.market.Bar;
import io.podflow.domain.market.MarketRecord;
import io.podflow.job.source.MarketFeed;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/** Records in memory, sharded by symbol as a folder of bars is. */
public final class ListFeed implements MarketFeed {

  private static final long serialVersionUID = 1L;

  private static final Comparator<Bar> ORDER =
      Comparator.comparingLong(Bar::closeTime)
          .thenComparingInt(Bar::symbol)
          .thenComparing(Bar::timeframe);

  private final Bar[] bars;

  public ListFeed(List<Bar> bars) {
    this.bars = bars.stream().sorted(ORDER).toArray(Bar[]::new);
  }

  public int size() {
    return bars.length;
  }

  @Override
  public Records open(int shard, int shards) {
    Iterator<Bar> mine =
        java.util.Arrays.stream(bars).filter(bar -> bar.symbol() % shards == shard).iterator();
    return new Records() {
      @Override
      public boolean hasNext() {
        return mine.hasNext();
      }

      @Override
      public MarketRecord next() {
        return MarketRecord.of(mine.next());
      }

      @Override
      public void close() {}
    };
  }

  /** The close a record belongs to. */
  public static long timeOf(MarketRecord record) {
    Bar bar = record.bar();
    Event event = record.event();
    return bar != null ? bar.closeTime() : Objects.requireNonNull(event).time();
  }
}
