package io.podflow.domain.market;

/**
 * A rate of funding as a live feed sends it (decision EV7).
 *
 * @param symbol name of the symbol
 * @param time when it is due, epoch milliseconds UTC
 * @param rate fraction of the position's value, positive when longs pay
 */
public record FundingRate(String symbol, long time, double rate) {

  /** The rates with one more at an index. */
  static FundingRate[] inserted(FundingRate[] rates, int at, FundingRate rate) {
    FundingRate[] more = new FundingRate[rates.length + 1];
    System.arraycopy(rates, 0, more, 0, at);
    more[at] = rate;
    System.arraycopy(rates, at, more, at + 1, rates.length - at);
    return more;
  }

  /** Whether both are of one symbol and time. */
  boolean isOf(FundingRate other) {
    return time == other.time && symbol.equals(other.symbol);
  }
}
