package io.podflow.job.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.market.MarketRecord;
import io.podflow.job.testing.ListFeed;
import java.util.List;
import java.util.Objects;
import org.apache.flink.core.io.InputStatus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BarSourceReaderTest {

  /** Symbols 0 and 2 are shard 0 of 2, symbol 1 is shard 1. */
  private static final ListFeed FEED =
      new ListFeed(List.of(bar(0, 1), bar(1, 1), bar(2, 1), bar(1, 2), bar(0, 3), bar(1, 4)));

  @Test
  @Tag("L5")
  void thePositionCountsTheRecordsEmitted() throws Exception {
    ReaderRun run = ReaderRun.of(FEED, new FeedShard(0, 2, 0), new FeedShard(1, 2, 0)).poll(4);
    assertThat(run.reader().snapshotState(1))
        .containsExactlyInAnyOrder(new FeedShard(0, 2, 2), new FeedShard(1, 2, 2));
  }

  @Test
  void severalShardsAreMergedInOrderOfTime() throws Exception {
    ReaderRun run = ReaderRun.of(FEED, new FeedShard(1, 2, 0), new FeedShard(0, 2, 0)).finish();
    assertThat(run.timestamps()).containsExactly(1L, 1L, 1L, 2L, 3L, 4L);
    assertThat(symbols(run)).containsExactly(0, 2, 1, 1, 0, 1);
  }

  @Test
  @Tag("L5")
  void aShardThatWasReadToItsEndStaysSo() throws Exception {
    ReaderRun first = ReaderRun.of(FEED, new FeedShard(0, 2, 0)).finish();
    List<FeedShard> positions = first.reader().snapshotState(1);
    assertThat(positions).containsExactly(new FeedShard(0, 2, 3));
    ReaderRun second = ReaderRun.of(FEED, positions.get(0)).finish();
    assertThat(second.emitted()).isEmpty();
    assertThat(second.reader().snapshotState(2)).isEqualTo(positions);
  }

  @Test
  void nothingIsReadBeforeTheLastShardIsHere() throws Exception {
    ReaderRun run = new ReaderRun(FEED);
    run.reader().addSplits(List.of(new FeedShard(0, 2, 2)));
    run.reader().start();
    assertThat(run.requests()).as("restored readers ask too").isOne();
    assertThat(run.poll()).isEqualTo(InputStatus.NOTHING_AVAILABLE);
    assertThat(run.reader().isAvailable()).isNotDone();

    run.reader().addSplits(List.of(new FeedShard(1, 2, 0)));
    assertThat(run.poll()).isEqualTo(InputStatus.NOTHING_AVAILABLE);
    run.reader().notifyNoMoreSplits();
    assertThat(run.reader().isAvailable()).isDone();
    assertThat(run.finish().timestamps()).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void aReaderWithoutShardsEnds() throws Exception {
    ReaderRun run = ReaderRun.of(FEED);
    assertThat(run.poll()).isEqualTo(InputStatus.END_OF_INPUT);
  }

  @Test
  @Tag("L5")
  void aFeedThatBecameShorterIsRefused() {
    assertThatThrownBy(() -> ReaderRun.of(FEED, new FeedShard(1, 2, 4)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("shard 1/2")
        .hasMessageContaining("ends after 3 records")
        .hasMessageContaining("at least the 4");
  }

  private static List<Integer> symbols(ReaderRun run) {
    return run.emitted().stream()
        .map(MarketRecord::bar)
        .map(bar -> Objects.requireNonNull(bar).symbol())
        .toList();
  }

  private static Bar bar(int symbol, long close) {
    return new Bar(symbol, Timeframe.H12, close, 1, 1, 1, 1, 0);
  }
}
