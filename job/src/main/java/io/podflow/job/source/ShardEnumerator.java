package io.podflow.job.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.jspecify.annotations.Nullable;

/**
 * Hands every shard out: each reader asks once, at its start, and gets an equal part of what is
 * left. At a job's first start that is one shard; after a restart with fewer readers it can be
 * more, where the savepoint was taken before all had asked.
 */
final class ShardEnumerator implements SplitEnumerator<FeedShard, List<FeedShard>> {

  private final SplitEnumeratorContext<FeedShard> context;
  private final Deque<FeedShard> unassigned;
  private final Set<Integer> served = new HashSet<>();

  ShardEnumerator(SplitEnumeratorContext<FeedShard> context, List<FeedShard> unassigned) {
    this.context = context;
    this.unassigned = new ArrayDeque<>(unassigned);
  }

  @Override
  public void start() {}

  @Override
  public void handleSplitRequest(int subtask, @Nullable String host) {
    int readersLeft = Math.max(1, context.currentParallelism() - served.size());
    int part = (unassigned.size() + readersLeft - 1) / readersLeft;
    for (int i = 0; i < part; i++) {
      context.assignSplit(unassigned.remove(), subtask);
    }
    served.add(subtask);
    context.signalNoMoreSplits(subtask);
  }

  @Override
  public void addSplitsBack(List<FeedShard> shards, int subtask) {
    unassigned.addAll(shards);
    served.remove(subtask);
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
