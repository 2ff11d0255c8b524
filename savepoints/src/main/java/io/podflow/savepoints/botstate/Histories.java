package io.podflow.savepoints.botstate;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.connectors.rundb.RunDbWriter;
import io.podflow.connectors.rundb.RunTable;
import io.podflow.domain.journal.AllocationRow;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the database knows of the past, as rows of a {@code run.db}. */
public final class Histories {

  /** As many records as the system before keeps. */
  private static final int ALLOCATIONS = 500;

  private static final String TRIGGER = "imported";

  private Histories() {}

  /** Writes a {@code run.db} that does not exist yet. */
  public static void write(BotStateDb db, Path file) {
    Field histories = db.field(BotStateDb.HISTORIES);
    try (RunDbWriter writer = RunDbWriter.open(file)) {
      for (AllocationRow row : allocations(histories.at("allocation_history"))) {
        writer.write(RunTable.ALLOCATIONS, row);
      }
      for (Event event : lifecycle(histories.at("lifecycle_events"))) {
        writer.write(event);
      }
    }
  }

  private static List<AllocationRow> allocations(Field history) {
    List<AllocationRow> rows = new ArrayList<>();
    Map<String, Double> before = new HashMap<>();
    int from = Math.max(0, history.node().size() - ALLOCATIONS);
    if (from > 0) {
      history
          .mapping()
          .lost(
              history.shown()
                  + ": "
                  + history.node().size()
                  + " records; the last "
                  + ALLOCATIONS
                  + " of them are used");
    }
    for (int i = from; i < history.node().size(); i++) {
      JsonNode record = history.node().get(i);
      Long time = time(history, i, record);
      if (time != null) {
        record
            .properties()
            .forEach(
                share -> {
                  if (share.getValue().isNumber()) {
                    rows.add(row(time, share.getKey(), share.getValue().doubleValue(), before));
                  }
                });
      }
    }
    return rows;
  }

  private static AllocationRow row(
      long time, String pod, double fraction, Map<String, Double> before) {
    double previous = before.getOrDefault(pod, Double.NaN);
    before.put(pod, fraction);
    return new AllocationRow(
        time,
        pod,
        TRIGGER,
        Double.NaN,
        Double.NaN,
        previous,
        fraction,
        Double.isNaN(previous) ? 0 : Math.abs(fraction - previous),
        true);
  }

  private static List<Event> lifecycle(Field events) {
    List<Event> rows = new ArrayList<>();
    for (int i = 0; i < events.node().size(); i++) {
      JsonNode event = events.node().get(i);
      Long time = time(events, i, event);
      if (time != null) {
        rows.add(
            new Event(
                time,
                EventKind.LIFECYCLE,
                event.path("pod_id").asText(),
                "",
                event.path("from_state").asText().toUpperCase(Locale.ROOT),
                event.path("to_state").asText().toUpperCase(Locale.ROOT),
                Severity.INFO,
                TRIGGER));
      }
    }
    return rows;
  }

  private static @Nullable Long time(Field list, int i, JsonNode record) {
    Long time = Times.millis(record.path("timestamp").textValue());
    if (time == null) {
      list.mapping().lost(list.shown() + "[" + i + "].timestamp: no time; the record is left out");
    }
    return time;
  }
}
