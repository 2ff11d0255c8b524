package io.podflow.simulation.stage;

import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.ReportDeduplicatorState;
import io.podflow.domain.journal.Event;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.PortfolioInput;
import io.podflow.job.step.ExchangeEntrance;
import java.util.List;
import java.util.function.Consumer;

/** {@link ExchangeEntrance} as its operator runs it. */
final class StepExchangeGate implements Stage<ExchangeReport> {

  private final ExchangeEntrance entrance;
  private final StateBytes<ReportDeduplicatorState> bytes;

  StepExchangeGate(
      RunScope scope,
      StateBytes<ReportDeduplicatorState> bytes,
      Emission<PortfolioInput> out,
      Consumer<Event> events,
      List<Memory> kept) {
    this.entrance = new ExchangeEntrance(scope, out.entrance(), events);
    this.bytes = bytes;
    if (!kept.isEmpty() && kept.get(0) instanceof Memory.Whole whole) {
      entrance.restore(bytes.read(whole.bytes()));
    }
    entrance.begin();
  }

  @Override
  public void take(ExchangeReport report, long time) {
    entrance.take(report);
  }

  @Override
  public void advance(long watermark) {
    throw new IllegalStateException("no watermark comes before a gate");
  }

  @Override
  public Memory memory() {
    return new Memory.Whole(bytes.write(entrance.state()));
  }

  @Override
  public void close() {}
}
