package io.podflow.job.kafka;

import io.podflow.domain.market.MarketRow;
import io.podflow.domain.market.RunWindow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows from before, joined with those that a feed has sent. */
public final class History {

  private static final Comparator<MarketRow> BY_CLOSE =
      Comparator.comparingLong(MarketRow::closeTime).thenComparingInt(MarketRow::symbol);

  private History() {}

  /**
   * The rows of both, by close and then symbol. Of each symbol those of the feed, and before the
   * first of them those from before.
   */
  public static List<MarketRow> joined(List<MarketRow> before, List<MarketRow> feed) {
    Map<Integer, Long> begins = new HashMap<>();
    feed.forEach(row -> begins.merge(row.symbol(), row.openTime(), Math::min));
    List<MarketRow> joined = new ArrayList<>(feed);
    for (MarketRow row : before) {
      if (row.closeTime() <= begins.getOrDefault(row.symbol(), Long.MAX_VALUE)) {
        joined.add(row);
      }
    }
    joined.sort(BY_CLOSE);
    return joined;
  }

  /** Those that a job has had, or would have, when its feed has come so far: none from later. */
  public static List<MarketRow> upTo(List<MarketRow> rows, long close) {
    return rows.stream().filter(row -> row.closeTime() <= close).toList();
  }

  /** Those that a job with this window warms up from. */
  public static List<MarketRow> ofWarmUp(List<MarketRow> rows, RunWindow window) {
    return rows.stream()
        .filter(row -> row.openTime() >= window.warmUpFrom() && window.warmsUp(row.closeTime()))
        .toList();
  }
}
