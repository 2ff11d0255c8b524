package io.podflow.simulation.world;

import io.podflow.api.Timeframe;
import io.podflow.domain.market.MarketRow;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.FeedItem;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What lies on the topic of bars: rows close by close with a heartbeat behind each, and among them
 * rows that are missing, come twice, come again with other figures, or come late; and {@link
 * Rates}.
 */
public final class Feed {

  private final SplittableRandom random;
  private final List<Rows> symbols = new ArrayList<>();
  private final Rates rates;
  private final long step;
  private final long quietFrom;
  private final double missing;
  private final double late;
  private final double twice;
  private final double noBeat;
  private long close;
  private boolean begun;

  Feed(SplittableRandom random, RunScope scope, long quietFrom, Rates rates) {
    this.random = random;
    this.rates = rates;
    this.quietFrom = quietFrom;
    this.close = scope.window().warmUpFrom();
    for (int s = 0; s < scope.layout().universe().size(); s++) {
      symbols.add(
          Rows.random(
              random, s, scope.layout().timeframesOf(s), close, scope.window().from(), quietFrom));
    }
    this.step =
        Math.min(
            Timeframe.H12.millis(),
            symbols.stream().mapToLong(rows -> rows.length().millis()).min().orElseThrow());
    this.missing = random.nextInt(3) == 0 ? 0.15 : 0;
    this.late = random.nextInt(3) == 0 ? 0.5 : 0;
    this.twice = random.nextInt(3) == 0 ? 0.1 : 0;
    this.noBeat = random.nextInt(4) == 0 ? 0.2 : 0;
  }

  /** Everything up to a close, with a heartbeat at the end. */
  List<FeedItem> upTo(long end) {
    List<FeedItem> items = new ArrayList<>(begun ? List.of() : rates.begin(close));
    begun = true;
    while (close < end) {
      close += step;
      int first = items.size();
      next(items, close == end);
      rates.among(items, first, close - step, close);
    }
    return items;
  }

  private void next(List<FeedItem> items, boolean last) {
    List<MarketRow> behind = new ArrayList<>();
    List<MarketRow> rows = new ArrayList<>();
    for (Rows symbol : symbols) {
      MarketRow row = symbol.at(close);
      if (row != null) {
        rows.add(row);
      }
    }
    boolean quiet = close >= quietFrom;
    while (!rows.isEmpty()) {
      MarketRow row = rows.remove(random.nextInt(rows.size()));
      if (!quiet && random.nextDouble() < missing) {
        behind.add(row);
      } else {
        items.add(FeedItem.of(row));
        repeat(items, row);
      }
    }
    if (last || quiet || random.nextDouble() >= noBeat) {
      items.add(FeedItem.beat(close));
    }
    for (MarketRow row : behind) {
      if (random.nextDouble() < late) {
        items.add(FeedItem.of(row));
      }
    }
  }

  private void repeat(List<FeedItem> items, MarketRow row) {
    if (random.nextDouble() < twice) {
      items.add(FeedItem.of(random.nextBoolean() ? row : with(row, row.close() * 1.01)));
    }
  }

  private static MarketRow with(MarketRow row, double close) {
    return new MarketRow(
        row.symbol(),
        row.timeframe(),
        row.openTime(),
        row.open(),
        Math.max(row.high(), close),
        row.low(),
        close,
        row.volume());
  }
}
