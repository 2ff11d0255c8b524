package io.podflow.domain.execution;

import java.util.List;

/**
 * All that the exchange side holds at one time.
 *
 * @param positions at most one of a symbol; one that is not among them is flat
 * @param openOrders ids of the orders that can still be filled
 */
public record PositionSnapshot(List<PositionReport> positions, List<String> openOrders) {

  public PositionSnapshot {
    positions = List.copyOf(positions);
    openOrders = List.copyOf(openOrders);
  }
}
