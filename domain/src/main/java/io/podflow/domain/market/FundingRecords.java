package io.podflow.domain.market;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rates of funding that came as records and wait for the close that they are due at, and the
 * symbols that have ever had one (decision EV7). A symbol pays the configured rate up to the close
 * before its first record, and only its records from then on. Kept in state as it stands, therefore
 * public fields.
 */
public final class FundingRecords {

  /** By time. */
  public FundingRate[] waiting = {};

  /** Symbols of which a record has come due. */
  public String[] known = {};

  /** Those of a state, which has none when it is from before they were kept. */
  public static FundingRecords orNone(@Nullable FundingRecords kept) {
    return kept == null ? new FundingRecords() : kept;
  }

  /** Takes a rate that is due at a close to come. */
  public void add(FundingRate rate) {
    int at = waiting.length;
    while (at > 0 && waiting[at - 1].time() > rate.time()) {
      at--;
    }
    waiting = FundingRate.inserted(waiting, at, rate);
  }

  /**
   * Takes out what is due at a close.
   *
   * @param closeTime epoch milliseconds UTC
   */
  public Due take(long closeTime) {
    int due = 0;
    while (due < waiting.length && waiting[due].time() <= closeTime) {
      due++;
    }
    if (due == 0 && known.length == 0) {
      return Due.NOTHING;
    }
    Map<String, Double> sums = new HashMap<>();
    for (String symbol : known) {
      sums.put(symbol, 0.0);
    }
    for (int i = 0; i < due; i++) {
      FundingRate rate = waiting[i];
      sums.put(rate.symbol(), sums.getOrDefault(rate.symbol(), 0.0) + rate.rate());
    }
    if (due > 0) {
      waiting = Arrays.copyOfRange(waiting, due, waiting.length);
      known = sums.keySet().stream().sorted().toArray(String[]::new);
    }
    return new Due(sums);
  }

  /** What the records say of a close. */
  public static final class Due {

    private static final Due NOTHING = new Due(Map.of());

    private final Map<String, Double> sums;

    private Due(Map<String, Double> sums) {
      this.sums = sums;
    }

    /** The symbols that pay by records. */
    public Set<String> symbols() {
      return sums.keySet();
    }

    /** Whether the symbol pays by records and not by the configured rate. */
    public boolean knows(String symbol) {
      return sums.containsKey(symbol);
    }

    /**
     * Σ of the rates due since the close before, in the order of their time: a fraction of the
     * position's value.
     *
     * @param symbol one that {@link #knows} is true of
     */
    public double paid(String symbol) {
      return sums.getOrDefault(symbol, 0.0);
    }
  }
}
