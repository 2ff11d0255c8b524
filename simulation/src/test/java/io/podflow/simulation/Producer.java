package io.podflow.simulation;

import io.podflow.domain.execution.OrderCommand;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;

/** Sends commands at least once: those of a process that is killed may be lost, or come later. */
final class Producer {

  private final Topic<OrderCommand> orders;
  private final Deque<OrderCommand> unsent = new ArrayDeque<>();
  private final Deque<OrderCommand> stragglers = new ArrayDeque<>();

  Producer(Topic<OrderCommand> orders) {
    this.orders = orders;
  }

  void add(OrderCommand command) {
    unsent.add(command);
  }

  int inFlight() {
    return unsent.size();
  }

  boolean sendOne() {
    OrderCommand next = unsent.poll();
    if (next != null) {
      orders.append(next);
    }
    return next != null;
  }

  boolean sendStraggler() {
    OrderCommand next = stragglers.poll();
    if (next != null) {
      orders.append(next);
    }
    return next != null;
  }

  void flush() {
    while (sendOne()) {
      // Until all is sent.
    }
  }

  /** The process is gone; some of what was on its way arrives, the rest never or much later. */
  void die(SplittableRandom random, boolean straggles) {
    for (int arrive = random.nextInt(unsent.size() + 1); arrive > 0; arrive--) {
      sendOne();
    }
    if (straggles) {
      stragglers.addAll(unsent);
    }
    unsent.clear();
  }
}
