package io.podflow.domain.portfolio.books;

import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.journal.AllocationRow;
import io.podflow.domain.journal.BenchmarkRow;
import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.FillRow;
import io.podflow.domain.journal.MonitorRow;
import io.podflow.domain.journal.OrderRow;
import io.podflow.domain.journal.PodFillRow;
import io.podflow.domain.journal.PodRow;
import io.podflow.domain.journal.PositionRow;
import io.podflow.domain.journal.TargetRow;
import io.podflow.domain.journal.UnsentRow;
import io.podflow.domain.settings.DecisionRows;
import java.util.List;

/**
 * Everything the portfolio decided and booked at one close, or at a reconciliation between two.
 *
 * @param closeTime epoch milliseconds UTC
 * @param equity the books of this close; empty after the end of the input, and between closes when
 *     nothing has happened
 * @param commands to the exchange side, in the order in which they are to be sent; empty on paper
 * @param unsent changes that were wanted and not sent
 */
public record PortfolioDecision(
    long closeTime,
    List<PodRow> pods,
    List<AllocationRow> allocations,
    List<TargetRow> targets,
    List<OrderRow> orders,
    List<FillRow> fills,
    List<PodFillRow> podFills,
    List<PositionRow> positions,
    List<EquityRow> equity,
    List<MonitorRow> monitors,
    List<Event> events,
    List<OrderCommand> commands,
    List<BenchmarkRow> benchmarks,
    List<UnsentRow> unsent) {

  /** The decision with the rows that are written down (decision LV8). */
  public PortfolioDecision written(DecisionRows rows) {
    return rows == DecisionRows.TARGETS
        ? new PortfolioDecision(
            closeTime,
            List.of(),
            List.of(),
            targets,
            orders,
            fills,
            podFills,
            positions,
            equity,
            List.of(),
            events,
            commands,
            benchmarks,
            unsent)
        : this;
  }
}
