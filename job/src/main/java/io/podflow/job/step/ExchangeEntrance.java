package io.podflow.job.step;

import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.ReportDeduplicator;
import io.podflow.domain.execution.ReportDeduplicatorState;
import io.podflow.domain.journal.Event;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.PortfolioInput;
import java.util.function.Consumer;

/**
 * Where reports of the exchange side enter: each goes through {@link ReportDeduplicator} and gets
 * the time from which on it counts, and heartbeats set event time. What is reported before trading
 * begins counts at the first close. So the portfolio's closes wait for the exchange side, and
 * nothing else does.
 */
public final class ExchangeEntrance {

  private final RunScope scope;
  private final ReportDeduplicator gate = new ReportDeduplicator();
  private final EntranceOutput<PortfolioInput> out;
  private final Consumer<Event> events;
  private ReportDeduplicatorState state = gate.initialState();
  private long advanced = Long.MIN_VALUE;

  /**
   * @param events what there is to say about reports
   */
  public ExchangeEntrance(
      RunScope scope, EntranceOutput<PortfolioInput> out, Consumer<Event> events) {
    this.scope = scope;
    this.out = out;
    this.events = events;
  }

  /** Goes on from a state. */
  public void restore(ReportDeduplicatorState restored) {
    state = restored;
  }

  public ReportDeduplicatorState state() {
    return state;
  }

  /** Says once more up to when all has been emitted. */
  public void begin() {
    advance();
  }

  /** Takes the next report. */
  public void take(ExchangeReport report) {
    ReportDeduplicator.Passage passage = gate.onReport(state, report);
    ExchangeReport passed = passage.report();
    Event event = passage.event();
    if (passed != null) {
      long counts = Math.max(passed.time(), scope.nextClose(scope.window().from()));
      out.emit(PortfolioInput.of(passed, counts), counts);
    }
    if (event != null) {
      events.accept(event);
    }
    advance();
  }

  private void advance() {
    if (state.beat > advanced) {
      advanced = state.beat;
      out.advance(advanced);
    }
  }
}
