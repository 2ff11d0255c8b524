package io.podflow.connectors.wire;

import io.podflow.connectors.rundb.RunTable;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import java.util.ArrayList;
import java.util.List;

/**
 * One row of the decisions of a portfolio, in the form that {@link
 * io.podflow.connectors.rundb.RunDbWriter#write(RunTable, Record)} takes.
 *
 * @param table table of the row
 * @param row record of the table's {@link RunTable#recordType()}
 */
public record DecisionMessage(RunTable table, Record row) {

  public DecisionMessage {
    if (!table.recordType().isInstance(row)) {
      throw new IllegalArgumentException(
          "row is a %s (expected: %s)"
              .formatted(row.getClass().getSimpleName(), table.recordType().getSimpleName()));
    }
  }

  /** The rows of a pod's close, as they would be written into {@code run.db}. */
  public static List<DecisionMessage> of(PodDecision decision) {
    List<DecisionMessage> messages = new ArrayList<>();
    add(messages, RunTable.ASSETS, decision.assets());
    add(messages, RunTable.EVENTS, decision.events());
    return messages;
  }

  /** The rows of the portfolio's close, as they would be written into {@code run.db}. */
  public static List<DecisionMessage> of(PortfolioDecision decision) {
    List<DecisionMessage> messages = new ArrayList<>();
    add(messages, RunTable.PODS, decision.pods());
    add(messages, RunTable.ALLOCATIONS, decision.allocations());
    add(messages, RunTable.TARGETS, decision.targets());
    add(messages, RunTable.ORDERS, decision.orders());
    add(messages, RunTable.FILLS, decision.fills());
    add(messages, RunTable.POD_FILLS, decision.podFills());
    add(messages, RunTable.POSITIONS, decision.positions());
    add(messages, RunTable.EQUITY, decision.equity());
    add(messages, RunTable.EVENTS, decision.events());
    add(messages, RunTable.MONITORS, decision.monitors());
    add(messages, RunTable.BENCHMARKS, decision.benchmarks());
    add(messages, RunTable.UNSENT, decision.unsent());
    return messages;
  }

  private static void add(
      List<DecisionMessage> messages, RunTable table, List<? extends Record> rows) {
    for (Record row : rows) {
      messages.add(new DecisionMessage(table, row));
    }
  }
}
