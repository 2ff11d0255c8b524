package io.podflow.domain.execution;

import io.podflow.domain.settings.Market;
import io.podflow.domain.settings.OrchestratorSettings;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What holding a perpetual costs (decision EX3): a long pays {@code rate × value} at each payment,
 * a short receives it. Payments are at 00:00, 08:00 and 16:00 UTC with one rate for all, or, for a
 * symbol that has a series of its own, at the times of that series.
 */
public final class FundingRates implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final long EIGHT_HOURS = 8 * 3_600_000L;
  private static final double BASIS_POINTS = 1e4;

  private final double rate;
  private final TreeMap<String, Series> bySymbol = new TreeMap<>();

  /**
   * Payments of one symbol.
   *
   * @param times epoch milliseconds UTC, rising
   * @param rates fractions of the position's value, positive when longs pay
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over, not kept by others
  public record Series(long[] times, double[] rates) implements Serializable {

    public Series {
      if (times.length != rates.length) {
        throw new IllegalArgumentException(
            "rates: "
                + rates.length
                + " values (expected: as many as times, "
                + times.length
                + ")");
      }
    }

    /** How many of them are due in [from, to], epoch milliseconds UTC. */
    public int count(long from, long to) {
      return Math.max(0, after(times, to) - after(times, from - 1));
    }
  }

  private FundingRates(double rate, Map<String, Series> bySymbol) {
    this.rate = rate;
    this.bySymbol.putAll(bySymbol);
  }

  /** The configured rate for every symbol; on a spot market nothing is ever paid. */
  public static FundingRates of(OrchestratorSettings settings) {
    boolean pays = settings.market() == Market.PERPETUAL;
    return constant(pays ? settings.fundingBpsPer8h() / BASIS_POINTS : 0);
  }

  /**
   * @param rate fraction of the position's value per payment
   */
  static FundingRates constant(double rate) {
    return new FundingRates(rate, Map.of());
  }

  /** The same, but for one symbol that has a series of its own. */
  public FundingRates with(String symbol, Series series) {
    FundingRates rates = new FundingRates(rate, bySymbol);
    rates.bySymbol.put(symbol, series);
    return rates;
  }

  /** The series of the symbols that have one, by symbol. */
  public Map<String, Series> series() {
    return Collections.unmodifiableMap(bySymbol);
  }

  /** Whether anything is ever paid. */
  public boolean areZero() {
    return rate == 0 && bySymbol.isEmpty();
  }

  /**
   * Σ of the rates paid in (from, to], a fraction of the position's value.
   *
   * @param from epoch milliseconds UTC
   * @param to epoch milliseconds UTC
   */
  public double paid(String symbol, long from, long to) {
    Series series = bySymbol.get(symbol);
    if (series == null) {
      return rate * (Math.floorDiv(to, EIGHT_HOURS) - Math.floorDiv(from, EIGHT_HOURS));
    }
    double sum = 0;
    for (int i = after(series.times, from); i < after(series.times, to); i++) {
      sum += series.rates[i];
    }
    return sum;
  }

  /** The first index whose time is later. */
  private static int after(long[] times, long time) {
    int at = Arrays.binarySearch(times, time);
    return at < 0 ? -at - 1 : at + 1;
  }
}
