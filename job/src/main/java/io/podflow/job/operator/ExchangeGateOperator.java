package io.podflow.job.operator;

import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.ReportGate;
import io.podflow.domain.execution.ReportGateState;
import io.podflow.domain.journal.Event;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.PortfolioInput;
import io.podflow.job.state.StateTypes;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Runs {@link ReportGate}: reports in, each with the time from which on it counts, and event time
 * as the heartbeats have it. What is reported before trading begins counts at the first close. So
 * the portfolio's closes wait for the exchange side, and nothing else does.
 */
public final class ExchangeGateOperator
    extends GateOperator<ExchangeReport, ReportGateState, PortfolioInput> {

  /** What there is to say about reports. */
  public static final OutputTag<Event> EVENTS = new OutputTag<>("report-events", StateTypes.EVENT);

  private static final long serialVersionUID = 1L;

  private final RunScope scope;
  private final ReportGate gate = new ReportGate();
  private long advanced = Long.MIN_VALUE;

  public ExchangeGateOperator(RunScope scope) {
    super(StateTypes.exchangeGate());
    this.scope = scope;
  }

  @Override
  ReportGateState initialState() {
    return gate.initialState();
  }

  @Override
  long reached() {
    return state.beat;
  }

  @Override
  public void processElement(StreamRecord<ExchangeReport> element) {
    ReportGate.Passage passage = gate.onReport(state, element.getValue());
    ExchangeReport report = passage.report();
    Event event = passage.event();
    if (report != null) {
      long counts = Math.max(report.time(), scope.nextClose(scope.window().from()));
      emit(PortfolioInput.of(report, counts), counts);
    }
    if (event != null) {
      output.collect(EVENTS, new StreamRecord<>(event, event.time()));
    }
    if (state.beat > advanced) {
      advanced = state.beat;
      advance(advanced);
    }
  }
}
