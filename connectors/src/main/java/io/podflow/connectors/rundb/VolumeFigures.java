package io.podflow.connectors.rundb;

import io.podflow.domain.metrics.RoundTrips;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Orders that were large against the volume of the bar of their fill (decision FI3). Such orders
 * are counted, not reduced.
 *
 * @param exceeded number of orders whose value is above the limit's share of the value traded in
 *     the bar
 * @param shareOfProfit Σ|profit or loss| of round trips with a fill of such an order / Σ of all
 *     round trips, without funding, fraction; NaN without a round trip or without a limit
 */
record VolumeFigures(long exceeded, double shareOfProfit) {

  /** The last column is 1 when the order was filled at an open, after the close of its decision. */
  private static final String FILLS =
      "SELECT f.symbol, f.side, f.quantity, f.price, f.fee + f.slippage_cost, o.order_id,"
          + " o.volume_share, f.time > o.time"
          + " FROM fills f JOIN orders o ON o.order_id = f.order_id ORDER BY f.time, f.fill_id";

  private static final String LAST_PRICES =
      "SELECT symbol, price FROM positions WHERE time = (SELECT max(time) FROM equity)";

  /**
   * @param limit largest fraction of a bar's traded value that is not counted; null counts no order
   */
  static VolumeFigures of(RunDb db, @Nullable Double limit) {
    if (limit == null) {
      return new VolumeFigures(0, Double.NaN);
    }
    Map<String, RoundTrips> trips = new TreeMap<>();
    Set<String> orders = new TreeSet<>();
    db.forEach(FILLS, row -> take(row, limit, trips, orders));
    db.forEach(
        LAST_PRICES,
        row -> {
          RoundTrips open = trips.get(row.text(0));
          if (open != null && open.isOpen()) {
            open.end(row.real(1));
          }
        });
    double all = 0;
    double marked = 0;
    for (RoundTrips symbol : trips.values()) {
      all += symbol.sizeOfAll();
      marked += symbol.sizeOfMarked();
    }
    return new VolumeFigures(orders.size(), all > 0 ? marked / all : Double.NaN);
  }

  private static void take(Row row, double limit, Map<String, RoundTrips> trips, Set<String> orders)
      throws SQLException {
    double share = row.real(6);
    boolean exceeds = Double.isNaN(share) ? row.whole(7) != 0 : share > limit;
    if (exceeds) {
      orders.add(row.text(5));
    }
    double quantity = row.text(1).equals("BUY") ? row.real(2) : -row.real(2);
    trips
        .computeIfAbsent(row.text(0), symbol -> new RoundTrips())
        .fill(quantity, row.real(3), row.real(4), exceeds);
  }
}
