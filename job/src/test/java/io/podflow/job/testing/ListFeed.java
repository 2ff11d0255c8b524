package io.podflow.job.testing;

import io.podflow.api.Bar;
import io.podflow.domain.market.MarketRecord;
import io.podflow.job.source.MarketFeed;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Records in memory, sharded by symbol as a folder of bars is. */
public final class ListFeed implements MarketFeed {

  private static final long serialVersionUID = 1L;

  private static final Comparator<Bar> ORDER =
      Comparator.comparingLong(Bar::closeTime)
          .thenComparingInt(Bar::symbol)
          .thenComparing(Bar::timeframe);

  /** Bars stay in this process; only the name of a feed travels with a job. */
  private static final Map<String, List<Bar>> FEEDS = new ConcurrentHashMap<>();

  private final String name = UUID.randomUUID().toString();

  public ListFeed(List<Bar> bars) {
    FEEDS.put(name, bars.stream().sorted(ORDER).toList());
  }

  public List<Bar> bars() {
    return Objects.requireNonNull(FEEDS.get(name));
  }

  @Override
  public Records open(int shard, int shards) {
    Iterator<Bar> mine = bars().stream().filter(bar -> bar.symbol() % shards == shard).iterator();
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
}
