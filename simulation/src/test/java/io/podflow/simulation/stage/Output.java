package io.podflow.simulation.stage;

import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.journal.Event;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.job.state.RunRecord;

/** Where a job puts what it has decided. */
public interface Output {

  void record(RunRecord record);

  void command(OrderCommand command);

  /** Something came after its close was decided, which the gates should have prevented. */
  void late(Event event);

  /** Everything a decision sends, and the mark that it was all, as the live job does. */
  default void portfolio(PortfolioDecision decision) {
    record(RunRecord.of(decision));
    decision.commands().forEach(this::command);
    command(OrderCommand.close(decision.closeTime()));
  }
}
