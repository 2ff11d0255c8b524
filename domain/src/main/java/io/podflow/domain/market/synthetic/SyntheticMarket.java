package io.podflow.domain.market.synthetic;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.market.Universe;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The built-in market: {@code SYN01/USDT} to {@code SYN17/USDT}, 12H bars of the UTC days
 * 2021-01-01 to 2024-12-31, the same for the same seed. Everything in it is invented.
 */
public final class SyntheticMarket {

  /** The seed of the market that ships. */
  public static final long DEFAULT_SEED = 19;

  public static final int SYMBOLS = 17;
  public static final Timeframe TIMEFRAME = Timeframe.H12;

  /** Open of the first bar: 2021-01-01T00:00Z, epoch milliseconds. */
  public static final long FIRST_OPEN = 1_609_459_200_000L;

  /** Bars of a symbol that exists all the time: 1,461 days. */
  public static final int BARS = 2 * 1_461;

  /** The symbol that lists on {@link #LISTING_OPEN}. */
  public static final String LATE_SYMBOL = "SYN16/USDT";

  /** The symbol whose last bar closes at {@link #DELISTING_CLOSE}. */
  public static final String DELISTED_SYMBOL = "SYN17/USDT";

  /** 2022-07-01T00:00Z. */
  public static final long LISTING_OPEN = 1_656_633_600_000L;

  /** 2023-09-15T00:00Z. */
  public static final long DELISTING_CLOSE = 1_694_736_000_000L;

  /** Open of the first bar of the crash: 2022-11-08T00:00Z. */
  public static final long CRASH_OPEN = 1_667_865_600_000L;

  private final Universe universe;
  private final List<List<Bar>> bars;

  private SyntheticMarket(Universe universe, List<List<Bar>> bars) {
    this.universe = universe;
    this.bars = bars;
  }

  public static SyntheticMarket of(long seed) {
    Universe universe =
        Universe.of(
            IntStream.rangeClosed(1, SYMBOLS)
                .mapToObj(number -> String.format(Locale.ROOT, "SYN%02d/USDT", number))
                .toList());
    CommonFactor factor = new CommonFactor(new Noise(seed, 0), BARS, barAt(CRASH_OPEN));
    List<List<Bar>> bars =
        IntStream.range(0, SYMBOLS)
            .mapToObj(
                symbol ->
                    new SymbolPath(symbol, new Noise(seed, symbol + 1), factor)
                        .bars(firstBar(universe, symbol), endBar(universe, symbol)))
            .toList();
    return new SyntheticMarket(universe, bars);
  }

  private static int firstBar(Universe universe, int symbol) {
    return universe.symbol(symbol).equals(LATE_SYMBOL) ? barAt(LISTING_OPEN) : 0;
  }

  private static int endBar(Universe universe, int symbol) {
    return universe.symbol(symbol).equals(DELISTED_SYMBOL) ? barAt(DELISTING_CLOSE) : BARS;
  }

  private static int barAt(long openTime) {
    return (int) ((openTime - FIRST_OPEN) / TIMEFRAME.millis());
  }

  /** The symbols; a bar's {@code symbol} is its index here. */
  public Universe universe() {
    return universe;
  }

  /** All bars of a symbol, oldest first. */
  public List<Bar> bars(int symbol) {
    return bars.get(symbol);
  }
}
