package io.podflow.connectors.csv;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders the records of one symbol: a record waits until event time reaches its time. */
final class ReleaseQueue {

  private final List<StreamItem> waiting = new ArrayList<>();
  private final Deque<StreamItem> released = new ArrayDeque<>();

  void add(StreamItem item) {
    waiting.add(item);
  }

  /**
   * Releases records up to {@code time}, epoch milliseconds UTC; later calls of {@code add} must
   * not pass an earlier record.
   */
  void release(long time) {
    if (waiting.isEmpty()) {
      return;
    }
    waiting.sort(StreamItem.ORDER);
    int due = 0;
    while (due < waiting.size() && waiting.get(due).time() <= time) {
      released.add(waiting.get(due++));
    }
    waiting.subList(0, due).clear();
  }

  /** The next released record; null when there is none. */
  @Nullable StreamItem peek() {
    return released.peek();
  }

  void remove() {
    released.remove();
  }
}
