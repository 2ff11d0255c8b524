package io.podflow.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.market.MarketRecord;
import io.podflow.job.testing.ListFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Wherever a reader is stopped, its position says what is left, to the record. */
class BarSourceReaderProperties {

  private static final int BARS = 60;

  @Property(tries = 200)
  @Tag("L5")
  void aRestoredReaderGoesOnWithTheNextRecord(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 3) int shards,
      @ForAll @Size(max = 4) List<@IntRange(max = 30) Integer> stops)
      throws Exception {
    ListFeed feed = feed(seed);
    List<MarketRecord> all = new ArrayList<>();
    List<FeedShard> positions = start(shards);
    for (int stop : stops) {
      ReaderRun run = reader(feed, positions).poll(Math.min(stop, BARS - all.size()));
      all.addAll(run.emitted());
      positions = run.reader().snapshotState(1);
      assertThat(positions.stream().mapToLong(FeedShard::emitted).sum()).isEqualTo(all.size());
    }
    all.addAll(reader(feed, positions).finish().emitted());

    assertThat(all).containsExactlyInAnyOrderElementsOf(records(feed));
    assertThat(all).extracting(MarketRecord::time).isSorted();
  }

  @Property(tries = 100)
  @Tag("J3")
  void readersTogetherReadEveryRecordOnceAndEachInOrder(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int shards) throws Exception {
    ListFeed feed = feed(seed);
    List<MarketRecord> all = new ArrayList<>();
    for (FeedShard shard : start(shards)) {
      ReaderRun run = ReaderRun.of(feed, shard).finish();
      assertThat(run.timestamps()).isSorted();
      assertThat(run.emitted()).extracting(MarketRecord::time).isEqualTo(run.timestamps());
      all.addAll(run.emitted());
    }
    assertThat(all).containsExactlyInAnyOrderElementsOf(records(feed));
  }

  private static ReaderRun reader(ListFeed feed, List<FeedShard> positions) {
    return ReaderRun.of(feed, positions.toArray(FeedShard[]::new));
  }

  private static List<FeedShard> start(int shards) {
    List<FeedShard> all = new ArrayList<>();
    for (int shard = 0; shard < shards; shard++) {
      all.add(new FeedShard(shard, shards, 0));
    }
    return all;
  }

  private static ListFeed feed(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < BARS; i++) {
      long close = Timeframe.H12.millis() * random.nextInt(20);
      bars.add(new Bar(random.nextInt(5), Timeframe.H12, close, 1, 1, 1, i, 0));
    }
    return new ListFeed(bars);
  }

  private static List<MarketRecord> records(ListFeed feed) {
    return feed.bars().stream().map(MarketRecord::of).toList();
  }
}
