package io.podflow.connectors.wire;

import io.podflow.domain.execution.PositionReport;
import java.util.List;

/**
 * All positions that the exchange side holds at one time; a symbol that is not among them is flat.
 *
 * @param time from when they hold, epoch milliseconds UTC; each of them carries it too
 * @param positions at most one of a symbol, in the order of the message
 */
public record PositionSnapshot(long time, List<PositionReport> positions) {

  public PositionSnapshot {
    positions = List.copyOf(positions);
  }
}
