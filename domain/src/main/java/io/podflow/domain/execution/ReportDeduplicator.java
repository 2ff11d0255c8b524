package io.podflow.domain.execution;

import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Brings what the exchange side sends, perhaps twice and perhaps out of order, into a form that can
 * be relied on. A fill or an end of an order that was seen is dropped. A report of a time whose
 * heartbeat has passed is put behind that heartbeat, where it counts at the next close or snapshot:
 * money is never dropped for being late. A snapshot of positions that comes so late says nothing of
 * today, and is dropped. Heartbeats are dropped but for those that say something new of whether
 * orders are taken, and for the first: with it the portfolio's clock begins, whether or not there
 * is a bar yet.
 */
public final class ReportDeduplicator implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Fills, and ends of orders, that are told apart from repeated ones. */
  private static final int REMEMBERED = 1_024;

  /**
   * What became of a report.
   *
   * @param report as it counts; null when it is dropped
   * @param event what there is to say about it, or null
   */
  public record Passage(@Nullable ExchangeReport report, @Nullable Event event) {

    private static final Passage DROPPED = new Passage(null, null);
  }

  public ReportDeduplicatorState initialState() {
    return new ReportDeduplicatorState(REMEMBERED);
  }

  public Passage onReport(ReportDeduplicatorState state, ExchangeReport report) {
    if (report.kind() == ExchangeReport.Kind.HEARTBEAT) {
      return beat(state, report);
    }
    if (report.kind() == ExchangeReport.Kind.FILL) {
      int place = placeOf(state, report.fillId());
      if (place >= 0) {
        return repeated(state, place, report);
      }
      remember(state, report);
    } else if (report.kind() != ExchangeReport.Kind.POSITIONS && isRepeatedEnd(state, report)) {
      return Passage.DROPPED;
    }
    if (report.time() > state.beat) {
      return new Passage(report, null);
    }
    if (report.kind() == ExchangeReport.Kind.POSITIONS) {
      return Passage.DROPPED;
    }
    String late = "a report of " + report.kind() + " came late, it counts at the next close";
    return new Passage(at(report, state.beat + 1), said(state, report, Severity.WARNING, late));
  }

  private static Passage beat(ReportDeduplicatorState state, ExchangeReport report) {
    if (report.time() <= state.beat) {
      return Passage.DROPPED;
    }
    boolean isFirst = state.beat == ReportDeduplicatorState.NEVER;
    state.beat = report.time();
    if (report.takesOrders() == state.takesOrders && !isFirst) {
      return Passage.DROPPED;
    }
    state.takesOrders = report.takesOrders();
    return new Passage(report, null);
  }

  private static Passage repeated(ReportDeduplicatorState state, int place, ExchangeReport report) {
    if (state.contents[place] == contentOf(report)) {
      return Passage.DROPPED;
    }
    String what = "fill " + report.fillId() + " came again with other figures; not used";
    return new Passage(null, said(state, report, Severity.CRITICAL, what));
  }

  private static Event said(
      ReportDeduplicatorState state, ExchangeReport report, Severity severity, String what) {
    long time = Math.max(report.time(), state.beat + 1);
    String message = "order " + report.orderId() + ": " + what;
    return new Event(time, EventKind.ORDER, "", "", "", "", severity, message);
  }

  private static int placeOf(ReportDeduplicatorState state, String fillId) {
    for (int i = 0; i < state.fills.length; i++) {
      if (state.fills[i].equals(fillId)) {
        return i;
      }
    }
    return -1;
  }

  /** Remembers it if it is not. A state of an older version has no room for any yet. */
  private static boolean isRepeatedEnd(ReportDeduplicatorState state, ExchangeReport report) {
    String end = report.kind() + " " + report.orderId();
    for (String seen : state.ends) {
      if (seen.equals(end)) {
        return true;
      }
    }
    if (state.ends.length == 0) {
      state.ends = ReportDeduplicatorState.ring(REMEMBERED);
    }
    state.ends[state.nextEnd] = end;
    state.nextEnd = (state.nextEnd + 1) % state.ends.length;
    return false;
  }

  private static void remember(ReportDeduplicatorState state, ExchangeReport report) {
    state.fills[state.next] = report.fillId();
    state.contents[state.next] = contentOf(report);
    state.next = (state.next + 1) % state.fills.length;
  }

  private static long contentOf(ExchangeReport report) {
    long hash = report.orderId().hashCode();
    for (double figure :
        new double[] {report.quantity(), report.price(), report.fee(), report.slippageCost()}) {
      hash = 31 * hash + Double.doubleToLongBits(figure);
    }
    return hash;
  }

  private static ExchangeReport at(ExchangeReport report, long time) {
    return new ExchangeReport(
        report.kind(),
        time,
        report.sequence(),
        report.orderId(),
        report.fillId(),
        report.quantity(),
        report.price(),
        report.fee(),
        report.slippageCost(),
        report.takesOrders(),
        report.reason(),
        report.snapshot());
  }
}
