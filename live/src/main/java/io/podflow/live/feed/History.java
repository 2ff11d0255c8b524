package io.podflow.live.feed;

import io.podflow.domain.market.MarketRow;
import io.podflow.domain.market.RunWindow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rows from before, joined with those that a feed has sent. */
public final class History {

  private static final Comparator<MarketRow> BY_CLOSE =
      Comparator.comparingLong(MarketRow::closeTime).thenComparingInt(MarketRow::symbol);

  private static final TreeMap<Long, Long> NONE = new TreeMap<>();

  private History() {}

  /**
   * The rows of both, by close and then symbol: those of the feed, and of those from before all
   * that do not overlap one of them.
   */
  public static List<MarketRow> joined(List<MarketRow> before, List<MarketRow> feed) {
    Map<Integer, TreeMap<Long, Long>> closes = new HashMap<>();
    for (MarketRow row : feed) {
      closes
          .computeIfAbsent(row.symbol(), unused -> new TreeMap<>())
          .put(row.openTime(), row.closeTime());
    }
    List<MarketRow> joined = new ArrayList<>(feed);
    for (MarketRow row : before) {
      Map.Entry<Long, Long> last =
          closes.getOrDefault(row.symbol(), NONE).lowerEntry(row.closeTime());
      if (last == null || last.getValue() <= row.openTime()) {
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
