package io.podflow.live.job;

import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** What is sent at a close or tick, and the mark that it was all. */
final class DecisionCommands implements FlatMapFunction<PortfolioDecision, OrderCommand> {

  private static final long serialVersionUID = 1L;

  @Override
  public void flatMap(PortfolioDecision decision, Collector<OrderCommand> out) {
    decision.commands().forEach(out::collect);
    out.collect(OrderCommand.close(decision.closeTime()));
  }
}
