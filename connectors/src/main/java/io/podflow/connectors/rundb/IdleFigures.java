package io.podflow.connectors.rundb;

import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.journal.Event;
import io.podflow.domain.market.UtcDays;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Capital that lies idle at the end of a run (decision EV5): a reserve above 5 % of equity at the
 * last end of a UTC day.
 *
 * @param reserve in cash, in no pod, quote currency
 * @param share of equity
 * @param since first UTC day of the days in a row that ended so
 * @param days in a row
 * @param meanShare of equity, over all ends of days of the run
 * @param why as the last event about it says
 */
public record IdleFigures(
    double reserve, double share, LocalDate since, long days, double meanShare, String why) {

  private static final double WORTH_TELLING = 0.05;

  /** Null when next to nothing lies idle at the end. */
  static @Nullable IdleFigures of(List<EquityRow> books, RunDb db) {
    List<EquityRow> ends =
        books.stream().filter(row -> UtcDays.endsDay(row.time()) && row.equity() > 0).toList();
    int first = ends.size();
    while (first > 0 && isIdle(ends.get(first - 1))) {
      first--;
    }
    if (first == ends.size()) {
      return null;
    }
    EquityRow last = ends.get(ends.size() - 1);
    long since = UtcDays.dayOf(ends.get(first).time());
    return new IdleFigures(
        last.reserve(),
        last.reserve() / last.equity(),
        LocalDate.ofEpochDay(since),
        UtcDays.dayOf(last.time()) - since + 1,
        ends.stream().mapToDouble(row -> row.reserve() / row.equity()).average().orElse(0),
        why(db.events("kind = 'idle'")));
  }

  private static boolean isIdle(EquityRow row) {
    return row.reserve() > WORTH_TELLING * row.equity();
  }

  private static String why(List<Event> events) {
    if (events.isEmpty()) {
      return "";
    }
    String message = events.get(events.size() - 1).message();
    return message.substring(message.indexOf(": ") + 2);
  }
}
