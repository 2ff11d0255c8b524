package io.podflow.simulation.world;

import io.podflow.api.Timeframe;
import io.podflow.domain.market.FundingRate;
import io.podflow.domain.market.Universe;
import io.podflow.job.state.FeedItem;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Rates of funding among the rows of a feed, in some worlds and for some symbols: every eight hours
 * or so, and some of them missing, behind their close, twice, or once more with another figure.
 */
final class Rates {

  private static final long EVERY = 8 * Timeframe.H1.millis();

  private final SplittableRandom random;
  private final List<String> symbols = new ArrayList<>();
  private final double missing;
  private final double late;
  private final double twice;

  Rates(SplittableRandom random, Universe universe) {
    this.random = random;
    boolean any = random.nextInt(3) == 0;
    for (String symbol : universe.symbols()) {
      if (random.nextInt(3) > 0 && any) {
        symbols.add(symbol);
      }
    }
    this.missing = random.nextInt(3) == 0 ? 0.1 : 0;
    this.late = random.nextInt(3) == 0 ? 0.1 : 0;
    this.twice = random.nextInt(3) == 0 ? 0.1 : 0;
  }

  /** Says which symbols have records, ahead of all rows. */
  List<FeedItem> begin(long time) {
    return symbols.stream().map(symbol -> FeedItem.of(new FundingRate(symbol, time, 0))).toList();
  }

  /**
   * Puts those that are due in (from, to] anywhere among what is sent of a close, or behind it.
   *
   * @param items what is sent, of which the close begins at {@code first}
   */
  void among(List<FeedItem> items, int first, long from, long to) {
    for (long due = Math.floorDiv(from, EVERY) * EVERY + EVERY; due <= to; due += EVERY) {
      for (String symbol : symbols) {
        double rate = 0.002 * (random.nextDouble() - 0.4);
        long odd = random.nextInt(4) == 0 ? due - random.nextLong(1_000) : due;
        put(items, first, new FundingRate(symbol, Math.max(odd, from + 1), rate));
      }
    }
  }

  private void put(List<FeedItem> items, int first, FundingRate rate) {
    if (random.nextDouble() < missing) {
      return;
    }
    boolean behind = random.nextDouble() < late;
    int at = behind ? items.size() : first + random.nextInt(items.size() - first + 1);
    items.add(at, FeedItem.of(rate));
    if (random.nextDouble() < twice) {
      double again = random.nextBoolean() ? rate.rate() : rate.rate() + 0.001;
      items.add(
          at + 1 + random.nextInt(items.size() - at),
          FeedItem.of(new FundingRate(rate.symbol(), rate.time(), again)));
    }
  }
}
