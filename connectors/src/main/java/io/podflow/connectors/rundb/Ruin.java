package io.podflow.connectors.rundb;

import io.podflow.domain.journal.EquityRow;
import java.time.Instant;
import java.util.List;

/**
 * The ruin of a portfolio (decision RU1): headline figures of a ruined run end at this close.
 *
 * @param at the close at which the portfolio was ruined, epoch milliseconds UTC
 * @param debt money owed after all positions were closed, quote currency
 */
record Ruin(long at, double debt) {

  private static final String FIRST =
      "SELECT time FROM events WHERE kind = 'ruin' AND pod = '' ORDER BY time LIMIT 1";

  /** Empty when the portfolio was never ruined. */
  static List<Ruin> of(RunDb db, List<EquityRow> books) {
    double debt = books.isEmpty() ? 0 : books.get(books.size() - 1).debt();
    return db.query(FIRST, row -> new Ruin(row.time(0), debt));
  }

  /** The books up to the ruin, the close of the ruin included. */
  List<EquityRow> before(List<EquityRow> books) {
    return books.stream().filter(row -> row.time() <= at).toList();
  }

  String time() {
    return Instant.ofEpochMilli(at).toString();
  }
}
