package io.podflow.report.history;

import io.podflow.connectors.rundb.RunDb;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A note on the bars for a reader of the results (decision FP26): all events of kind {@code data}
 * of one symbol whose messages differ only in numbers, and what is said of tables that are not
 * whole (decision LV8).
 *
 * @param symbol empty when the events are of no single symbol
 * @param severity of the events
 * @param count number of the events
 * @param first time of the first event, epoch milliseconds UTC
 * @param last time of the last event, epoch milliseconds UTC
 * @param message of the first
 */
public record DataNote(
    String symbol, Severity severity, int count, long first, long last, String message) {

  private static final Comparator<DataNote> WORST_FIRST =
      Comparator.comparing(DataNote::severity).reversed().thenComparing(DataNote::symbol);

  /** All notes, the most severe first, then by symbol. */
  public static List<DataNote> of(RunDb db) {
    Map<String, DataNote> notes = new TreeMap<>();
    for (Event event : db.events("kind = 'data' OR " + RunDb.NOT_WHOLE)) {
      notes.merge(
          event.symbol() + ' ' + event.severity() + ' ' + withoutNumbers(event.message()),
          new DataNote(
              event.symbol(), event.severity(), 1, event.time(), event.time(), event.message()),
          DataNote::and);
    }
    return notes.values().stream().sorted(WORST_FIRST).toList();
  }

  private DataNote and(DataNote later) {
    return new DataNote(symbol, severity, count + later.count, first, later.last, message);
  }

  /** Removes numbers, because messages that differ only in dates and counts belong together. */
  private static String withoutNumbers(String message) {
    return message.replaceAll("\\d+", "#");
  }
}
