package io.podflow.chaos.traffic;

import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.execution.PositionSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What was said of orders, on both topics. Not for several threads. */
public final class OrderLog {

  private final Map<String, OrderCommand> sent = new HashMap<>();
  private final Set<Long> closesWithOrders = new HashSet<>();
  private final Set<String> reported = new HashSet<>();
  private final Set<String> inFlight = new TreeSet<>();
  private final List<String> contradictions = new ArrayList<>();
  private int repeats;
  private @Nullable PositionSnapshot snapshot;

  void command(OrderCommand command) {
    if (command.kind() != OrderCommand.Kind.SEND) {
      return;
    }
    OrderCommand before = sent.putIfAbsent(command.orderId(), command);
    if (before == null) {
      closesWithOrders.add(command.time());
      if (!reported.contains(command.orderId())) {
        inFlight.add(command.orderId());
      }
    } else if (before.equals(command)) {
      repeats++;
    } else {
      contradictions.add(before + " and " + command);
    }
  }

  void report(ExchangeReport report) {
    if (report.snapshot() != null) {
      snapshot = report.snapshot();
    } else if (!report.orderId().isEmpty()) {
      reported.add(report.orderId());
      inFlight.remove(report.orderId());
    }
  }

  boolean hasOrdersOf(long close) {
    return closesWithOrders.contains(close);
  }

  /** Orders that were sent, and of which nothing was heard yet. */
  public int inFlight() {
    return inFlight.size();
  }

  /** Ids of all orders. */
  public Set<String> ids() {
    return Set.copyOf(sent.keySet());
  }

  /** Orders that were sent once more, with the same contents. */
  public int repeats() {
    return repeats;
  }

  /** Orders that were sent once more, with other contents. */
  public List<String> contradictions() {
    return List.copyOf(contradictions);
  }

  /** What the exchange side has last said that it holds; null before it did. */
  public @Nullable PositionSnapshot snapshot() {
    return snapshot;
  }
}
