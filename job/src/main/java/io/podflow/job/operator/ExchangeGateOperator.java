package io.podflow.job.operator;

import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.ReportDeduplicatorState;
import io.podflow.domain.journal.Event;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.PortfolioInput;
import io.podflow.job.state.StateTypes;
import io.podflow.job.step.ExchangeEntrance;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Runs {@link ExchangeEntrance}: reports in, reports with the time from which on they count out.
 */
public final class ExchangeGateOperator
    extends GateOperator<ExchangeReport, ReportDeduplicatorState, PortfolioInput> {

  /** What there is to say about reports. */
  public static final OutputTag<Event> EVENTS = new OutputTag<>("report-events", StateTypes.EVENT);

  private static final long serialVersionUID = 1L;

  private final RunScope scope;
  private transient ExchangeEntrance entrance;

  public ExchangeGateOperator(RunScope scope) {
    super(StateTypes.exchangeGate());
    this.scope = scope;
  }

  @Override
  void create() {
    entrance = new ExchangeEntrance(scope, this, this::say);
  }

  private void say(Event event) {
    output.collect(EVENTS, new StreamRecord<>(event, event.time()));
  }

  @Override
  void restore(ReportDeduplicatorState restored) {
    entrance.restore(restored);
  }

  @Override
  ReportDeduplicatorState state() {
    return entrance.state();
  }

  @Override
  void begin() {
    entrance.begin();
  }

  @Override
  public void processElement(StreamRecord<ExchangeReport> element) {
    entrance.take(element.getValue());
  }
}
