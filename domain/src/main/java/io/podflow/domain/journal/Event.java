package io.podflow.domain.journal;

/**
 * Something that changed state or needs attention: a row of {@code events}.
 *
 * @param time bar close, epoch milliseconds UTC
 * @param pod pod id, empty when no pod is concerned
 * @param symbol symbol, empty when no symbol is concerned
 * @param fromState state before, empty when no state changed
 * @param toState state after, empty when no state changed
 */
public record Event(
    long time,
    EventKind kind,
    String pod,
    String symbol,
    String fromState,
    String toState,
    Severity severity,
    String message) {

  /** A change from one state to another. */
  public static Event transition(
      long time, EventKind kind, String pod, String symbol, String from, String to, String why) {
    return new Event(time, kind, pod, symbol, from, to, Severity.INFO, why);
  }

  /** Something worth knowing about a symbol's data. */
  public static Event data(long time, String pod, String symbol, Severity severity, String what) {
    return new Event(time, EventKind.DATA, pod, symbol, "", "", severity, what);
  }
}
