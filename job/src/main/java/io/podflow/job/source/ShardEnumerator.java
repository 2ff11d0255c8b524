package io.podflow.job.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.jspecify.annotations.Nullable;

/** Hands one shard to each reader that asks. */
final class ShardEnumerator implements SplitEnumerator<FeedShard, List<FeedShard>> {

  private final SplitEnumeratorContext<FeedShard> context;
  private final Deque<FeedShard> unassigned;

  ShardEnumerator(SplitEnumeratorContext<FeedShard> context, List<FeedShard> unassigned) {
    this.context = context;
    this.unassigned = new ArrayDeque<>(unassigned);
  }

  @Override
  public void start() {}

  @Override
  public void handleSplitRequest(int subtask, @Nullable String host) {
    FeedShard shard = unassigned.poll();
    if (shard != null) {
      context.assignSplit(shard, subtask);
    }
    context.signalNoMoreSplits(subtask);
  }

  @Override
  public void addSplitsBack(List<FeedShard> shards, int subtask) {
    unassigned.addAll(shards);
  }

  @Override
  public void addReader(int subtask) {}

  @Override
  public List<FeedShard> snapshotState(long checkpoint) {
    return new ArrayList<>(unassigned);
  }

  @Override
  public void close() {}
}
