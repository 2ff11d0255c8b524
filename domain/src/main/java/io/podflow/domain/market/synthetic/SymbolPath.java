package io.podflow.domain.market.synthetic;

import io.podflow.api.Bar;
import java.util.ArrayList;
import java.util.List;

/** Makes the bars of one symbol: its share of the common factor plus moves of its own. */
final class SymbolPath {

  /** Fraction of the price that an opening differs from the close before. */
  private static final double GAP = 0.0003;

  /** How far highs and lows reach beyond open and close, in standard deviations of the return. */
  private static final double REACH = 0.55;

  private final int symbol;
  private final Noise noise;
  private final CommonFactor factor;
  private final RegimePath own;
  private final double sensitivity;
  private final double usualTurnover;
  private double price;

  SymbolPath(int symbol, Noise noise, CommonFactor factor) {
    this.symbol = symbol;
    this.noise = noise;
    this.factor = factor;
    this.sensitivity = noise.between(0.6, 1.4);
    this.own = new RegimePath(noise, noise.between(0.6, 1.2));
    this.price = StrictMath.exp(noise.between(-1.5, 9.5));
    this.usualTurnover = StrictMath.exp(noise.between(16, 20));
  }

  /** The bars from index {@code first} to before {@code end}. */
  List<Bar> bars(int first, int end) {
    List<Bar> bars = new ArrayList<>(end - first);
    for (int i = first; i < end; i++) {
      bars.add(bar(i));
    }
    return List.copyOf(bars);
  }

  private Bar bar(int index) {
    double ownMove = own.next();
    double move = sensitivity * factor.returnAt(index) + ownMove;
    double spread = volatility(index);
    double open = price * (1 + GAP * noise.gaussian());
    double close = price * StrictMath.exp(move);
    double high = Math.max(open, close) * (1 + reach(spread));
    double low = Math.min(open, close) * (1 - Math.min(0.6, reach(spread)));
    if (factor.crashes(index)) {
      low *= 1 - noise.between(0.10, 0.35);
    }
    price = EightDigits.round(close);
    return new Bar(
        symbol,
        SyntheticMarket.TIMEFRAME,
        SyntheticMarket.FIRST_OPEN + (index + 1) * SyntheticMarket.TIMEFRAME.millis(),
        EightDigits.round(open),
        EightDigits.round(high),
        EightDigits.round(low),
        price,
        EightDigits.round(volume(close, move, spread)));
  }

  private double volatility(int index) {
    double shared = sensitivity * factor.volatilityAt(index);
    return Math.sqrt(shared * shared + own.volatility() * own.volatility());
  }

  private double reach(double spread) {
    return REACH * spread * Math.abs(noise.gaussian());
  }

  private double volume(double close, double move, double spread) {
    double busy = (spread + Math.abs(move)) / 0.03;
    return usualTurnover / close * busy * StrictMath.exp(0.25 * noise.gaussian());
  }
}
