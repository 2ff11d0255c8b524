package io.podflow.domain.exchange;

import io.podflow.domain.execution.OrderCommand;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Commands that have come and do not count yet. A command counts from the time at which it was
 * decided, however early it is read: an exchange that is started again finds all of them at once.
 * One that comes again counts no second time: a late copy of a cancel is about what was then.
 */
final class Inbox {

  private final List<OrderCommand> waiting = new ArrayList<>();
  private final Set<OrderCommand> known = new HashSet<>();

  void add(OrderCommand command) {
    if (known.add(command)) {
      waiting.add(command);
    }
  }

  /** Takes out what was decided up to {@code time}, in the order in which it came. */
  List<OrderCommand> upTo(long time) {
    List<OrderCommand> due = waiting.stream().filter(command -> command.time() <= time).toList();
    waiting.removeIf(command -> command.time() <= time);
    return due;
  }
}
