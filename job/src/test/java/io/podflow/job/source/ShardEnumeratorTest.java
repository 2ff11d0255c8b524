package io.podflow.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.job.testing.ListFeed;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.mocks.MockSplitEnumeratorContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // what is opened here declares close() throws Exception
class ShardEnumeratorTest {

  private static final BarSource SOURCE = new BarSource(new ListFeed(List.of()));

  @Test
  void everyReaderGetsOneOfAsManyShards() throws Exception {
    try (var context = context(3)) {
      var enumerator = SOURCE.createEnumerator(context);
      ask(enumerator, 2, 0, 1);
      assertThat(shardsOf(context, 0)).containsExactly(new FeedShard(1, 3, 0));
      assertThat(shardsOf(context, 1)).containsExactly(new FeedShard(2, 3, 0));
      assertThat(shardsOf(context, 2)).containsExactly(new FeedShard(0, 3, 0));
      assertThat(enumerator.snapshotState(1)).isEmpty();
      for (int reader = 0; reader < 3; reader++) {
        assertThat(context.hasNoMoreSplits(reader)).isTrue();
      }
    }
  }

  @Test
  @Tag("L5")
  void fewerReadersThanShardsStillGetThemAll() throws Exception {
    try (var first = context(4);
        var second = context(2)) {
      var interrupted = SOURCE.createEnumerator(first);
      ask(interrupted, 0);
      List<FeedShard> left = interrupted.snapshotState(1);
      assertThat(left).hasSize(3);

      var restored = SOURCE.restoreEnumerator(second, left);
      ask(restored, 0, 1);
      List<FeedShard> handedOut = new ArrayList<>(shardsOf(second, 0));
      handedOut.addAll(shardsOf(second, 1));
      assertThat(handedOut).containsExactlyInAnyOrderElementsOf(left);
      assertThat(restored.snapshotState(2)).isEmpty();
    }
  }

  @Test
  @Tag("L5")
  void shardsOfReadersThatFailedAreSharedOutAgain() throws Exception {
    try (var context = context(2)) {
      FeedShard first = new FeedShard(0, 2, 0);
      FeedShard second = new FeedShard(1, 2, 0);
      var enumerator = SOURCE.createEnumerator(context);
      ask(enumerator, 0, 1);
      enumerator.addSplitsBack(List.of(second), 1);
      enumerator.addSplitsBack(List.of(first), 0);
      assertThat(enumerator.snapshotState(1)).containsExactlyInAnyOrder(first, second);
      ask(enumerator, 0, 1);
      assertThat(shardsOf(context, 0)).containsExactly(first, second);
      assertThat(shardsOf(context, 1)).containsExactly(second, first);
    }
  }

  private static void ask(SplitEnumerator<FeedShard, ?> enumerator, int... readers) {
    for (int reader : readers) {
      enumerator.handleSplitRequest(reader, null);
    }
  }

  private static MockSplitEnumeratorContext<FeedShard> context(int parallelism) {
    MockSplitEnumeratorContext<FeedShard> context = new MockSplitEnumeratorContext<>(parallelism);
    for (int reader = 0; reader < parallelism; reader++) {
      context.registerReader(new ReaderInfo(reader, "here"));
    }
    return context;
  }

  /** Everything a reader was ever given. */
  private static List<FeedShard> shardsOf(
      MockSplitEnumeratorContext<FeedShard> context, int reader) {
    return context.getSplitsAssignmentSequence().stream()
        .flatMap(step -> step.assignment().getOrDefault(reader, List.of()).stream())
        .toList();
  }
}
