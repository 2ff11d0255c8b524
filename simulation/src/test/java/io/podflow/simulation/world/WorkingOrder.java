package io.podflow.simulation.world;

import io.podflow.domain.execution.OrderCommand;

/** An order of which something is open. */
final class WorkingOrder {

  final OrderCommand order;
  double left;
  int fills;
  private long refusedAt = Voice.NEVER;

  WorkingOrder(OrderCommand order) {
    this.order = order;
    this.left = order.quantity();
  }

  /** It has not let itself be cancelled. */
  void refuse(long time) {
    refusedAt = time;
  }

  boolean hasRefused() {
    return refusedAt != Voice.NEVER;
  }

  boolean hasRefusedAt(long time) {
    return refusedAt == time;
  }
}
