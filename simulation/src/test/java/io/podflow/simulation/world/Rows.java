package io.podflow.simulation.world;

import io.podflow.api.Timeframe;
import io.podflow.domain.market.MarketRow;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A symbol's price as a feed has it: rows of one length, from its listing to its end. */
final class Rows {

  private static final Timeframe[] LENGTHS = {
    Timeframe.H12, Timeframe.H12, Timeframe.H12, Timeframe.H6, Timeframe.H4
  };

  private final SplittableRandom random;
  private final int symbol;
  private final Timeframe length;
  private final long from;
  private final long to;
  private final double drift;
  private double price;

  private Rows(
      SplittableRandom random, int symbol, Timeframe length, long from, long to, double price) {
    this.random = random;
    this.symbol = symbol;
    this.length = length;
    this.from = from;
    this.to = to;
    this.price = price;
    this.drift = 0.01 * (random.nextDouble() - 0.5);
  }

  /**
   * @param timeframes that pods trade it in
   * @param quietFrom from when on nothing ends any more
   */
  static Rows random(
      SplittableRandom random,
      int symbol,
      List<Timeframe> timeframes,
      long begin,
      long tradedFrom,
      long quietFrom) {
    boolean daily = timeframes.get(0) == Timeframe.D1 && random.nextInt(3) == 0;
    Timeframe length = daily ? Timeframe.D1 : LENGTHS[random.nextInt(LENGTHS.length)];
    long days = (quietFrom - tradedFrom) / Timeframe.D1.millis();
    long from = begin;
    long to = Long.MAX_VALUE;
    if (random.nextInt(4) == 0) {
      from = tradedFrom + random.nextLong(days) * Timeframe.D1.millis();
    }
    if (random.nextInt(4) == 0) {
      to = tradedFrom + random.nextLong(2 * days) * Timeframe.H12.millis();
    }
    return new Rows(random, symbol, length, from, to, 10 + 100 * random.nextDouble());
  }

  Timeframe length() {
    return length;
  }

  /** Its row that closes then; null when it has none. */
  @Nullable MarketRow at(long close) {
    if (!length.closesAt(close) || close <= from || close > to) {
      return null;
    }
    double open = price;
    price *= 1 + drift + 0.06 * (random.nextDouble() - 0.5);
    double high = Math.max(open, price) * 1.001;
    double low = Math.min(open, price) * 0.999;
    return new MarketRow(symbol, length, close - length.millis(), open, high, low, price, 1_000);
  }
}
