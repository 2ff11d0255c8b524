package io.podflow.job.simulation.stage;

import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.ReportGate;
import io.podflow.domain.execution.ReportGateState;
import io.podflow.domain.journal.Event;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.PortfolioInput;
import java.util.List;
import java.util.function.Consumer;

/** {@link ReportGate} as its operator runs it. */
final class StepExchangeGate implements Stage<ExchangeReport> {

  private final RunScope scope;
  private final ReportGate gate = new ReportGate();
  private final StateBytes<ReportGateState> bytes;
  private final Emission<PortfolioInput> out;
  private final Consumer<Event> events;
  private final ReportGateState state;
  private long advanced;

  StepExchangeGate(
      RunScope scope,
      StateBytes<ReportGateState> bytes,
      Emission<PortfolioInput> out,
      Consumer<Event> events,
      List<Memory> kept) {
    this.scope = scope;
    this.bytes = bytes;
    this.out = out;
    this.events = events;
    this.state =
        !kept.isEmpty() && kept.get(0) instanceof Memory.Whole whole
            ? bytes.read(whole.bytes())
            : gate.initialState();
    this.advanced = state.beat;
    if (advanced > Long.MIN_VALUE) {
      out.watermark(advanced);
    }
  }

  @Override
  public void take(ExchangeReport report, long time) {
    ReportGate.Passage passage = gate.onReport(state, report);
    ExchangeReport counts = passage.report();
    Event event = passage.event();
    if (counts != null) {
      long from = Math.max(counts.time(), scope.nextClose(scope.window().from()));
      out.record(PortfolioInput.of(counts, from), from);
    }
    if (event != null) {
      events.accept(event);
    }
    if (state.beat > advanced) {
      advanced = state.beat;
      out.watermark(advanced);
    }
  }

  @Override
  public void advance(long watermark) {
    throw new IllegalStateException("no watermark comes before a gate");
  }

  @Override
  public Memory memory() {
    return new Memory.Whole(bytes.write(state));
  }

  @Override
  public void close() {}
}
