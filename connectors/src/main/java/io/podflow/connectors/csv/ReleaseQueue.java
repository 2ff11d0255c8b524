package io.podflow.connectors.csv;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the records of one symbol in order: they wait here until event time has reached them. */
final class ReleaseQueue {

  private final List<StreamItem> waiting = new ArrayList<>();
  private final Deque<StreamItem> released = new ArrayDeque<>();

  void add(StreamItem item) {
    waiting.add(item);
  }

  /** Releases what is due at {@code time}; nothing earlier may be added from then on. */
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
