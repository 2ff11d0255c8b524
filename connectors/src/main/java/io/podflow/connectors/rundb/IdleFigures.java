package io.podflow.connectors.rundb;

import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.journal.Event;
import io.podflow.domain.market.UtcDays;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Idle capital at the end of a run (decision EV5): a reserve above 5 % of equity at the end of the
 * last complete UTC day.
 *
 * @param reserve cash allotted to no pod, quote currency
 * @param share {@code reserve} / equity, fraction
 * @param since first of the consecutive UTC days that ended with idle capital
 * @param days number of days from {@code since} to the last complete day
 * @param meanShare mean reserve / equity over the ends of all UTC days of the run, fraction
 * @param why reason from the last {@code idle} event; empty without such an event
 */
public record IdleFigures(
    double reserve, double share, LocalDate since, long days, double meanShare, String why) {

  private static final double WORTH_TELLING = 0.05;

  /** Null when the reserve at the end is at most 5 % of equity. */
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
