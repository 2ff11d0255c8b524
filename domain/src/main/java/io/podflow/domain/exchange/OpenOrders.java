package io.podflow.domain.exchange;

import io.podflow.domain.execution.OrderCommand;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Orders that can still be filled, by id, and the ids of all that there ever were. */
final class OpenOrders {

  private final Map<String, OrderCommand> open = new TreeMap<>();
  private final Set<String> known = new HashSet<>();
  private final Set<String> takenBack = new HashSet<>();

  /** An order that was seen before is dropped. */
  void add(OrderCommand order) {
    if (known.add(order.orderId())) {
      open.put(order.orderId(), order);
    }
  }

  /** Whether nobody has heard of this id before; from now on an order of this id is dropped. */
  boolean isNew(String orderId) {
    return known.add(orderId);
  }

  @Nullable OrderCommand find(String orderId) {
    return open.get(orderId);
  }

  void remove(OrderCommand order) {
    open.remove(order.orderId());
    takenBack.remove(order.orderId());
  }

  /** It was asked to be taken back, and whether that came in time is not known yet. */
  void takeBack(OrderCommand order) {
    takenBack.add(order.orderId());
  }

  boolean isTakenBack(OrderCommand order) {
    return takenBack.contains(order.orderId());
  }

  List<OrderCommand> all() {
    return List.copyOf(open.values());
  }

  List<String> ids() {
    return List.copyOf(open.keySet());
  }

  Set<String> symbols() {
    return open.values().stream().map(OrderCommand::symbol).collect(Collectors.toSet());
  }
}
