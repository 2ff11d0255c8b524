package io.podflow.domain.market;

import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What {@link BarCloseGate} is to rows, for rates of funding: a rate waits here until the close
 * that it is due at is over, so that its place among the rows of that close does not matter. One
 * that comes later is told and not used. Of two rates for one symbol and time the first counts; the
 * same again is ignored, and another one told.
 */
public final class RateGate {

  private final boolean pays;
  private final long tradedFrom;

  /**
   * @param pays whether there is funding on this market at all
   * @param tradedFrom what is due up to then is never paid, epoch milliseconds UTC
   */
  public RateGate(boolean pays, long tradedFrom) {
    this.pays = pays;
    this.tradedFrom = tradedFrom;
  }

  /** Makes state of before rates were kept one that has none. */
  @SuppressWarnings("NullAway") // as a state of before is read
  public static void complete(BarCloseGateState state) {
    state.rates = state.rates == null ? new FundingRate[0] : state.rates;
    state.lastRates = state.lastRates == null ? new FundingRate[0] : state.lastRates;
  }

  /**
   * Takes a rate.
   *
   * @param isOver whether the first close that is not earlier is over
   * @return what there is to say about it
   */
  public List<MarketRecord> onRate(BarCloseGateState state, FundingRate rate, boolean isOver) {
    String fault = pays ? null : "this market pays no funding";
    FundingRate before = sameTime(state, rate);
    if (before != null) {
      if (before.rate() == rate.rate()) {
        return List.of();
      }
      fault = "another rate than the record before of the same time";
    } else if (fault == null && isOver) {
      fault = "late rate, its close is over";
    }
    if (fault != null) {
      return List.of(told(state, rate, fault));
    }
    int at = state.rates.length;
    while (at > 0 && isBehind(state.rates[at - 1], rate)) {
      at--;
    }
    state.rates = FundingRate.inserted(state.rates, at, rate);
    return List.of();
  }

  private static @Nullable FundingRate sameTime(BarCloseGateState state, FundingRate rate) {
    for (FundingRate[] known : List.of(state.rates, state.lastRates)) {
      for (FundingRate each : known) {
        if (each.isOf(rate)) {
          return each;
        }
      }
    }
    return null;
  }

  private static boolean isBehind(FundingRate one, FundingRate other) {
    return one.time() == other.time()
        ? one.symbol().compareTo(other.symbol()) > 0
        : one.time() > other.time();
  }

  private static MarketRecord told(BarCloseGateState state, FundingRate rate, String fault) {
    long time = Math.max(rate.time(), state.closedUpTo + 1);
    String what = "rate of funding of " + Instant.ofEpochMilli(rate.time()) + " not used: ";
    return MarketRecord.of(Event.data(time, "", rate.symbol(), Severity.WARNING, what + fault));
  }

  /**
   * Lets go of the rates whose close is over, by time and then symbol. Of those that are never paid
   * the first of each symbol tells that the symbol has records.
   *
   * @param isOver whether the first close that is not earlier than a time is over
   */
  public List<FundingRate> release(BarCloseGateState state, LongPredicate isOver) {
    int over = 0;
    List<FundingRate> released = new ArrayList<>();
    while (over < state.rates.length && isOver.test(state.rates[over].time())) {
      FundingRate rate = state.rates[over++];
      boolean first = remember(state, rate);
      if (first || rate.time() > tradedFrom) {
        released.add(rate);
      }
    }
    if (over > 0) {
      state.rates = Arrays.copyOfRange(state.rates, over, state.rates.length);
    }
    return released;
  }

  private static boolean remember(BarCloseGateState state, FundingRate rate) {
    for (int i = 0; i < state.lastRates.length; i++) {
      if (state.lastRates[i].symbol().equals(rate.symbol())) {
        state.lastRates[i] = rate;
        return false;
      }
    }
    state.lastRates = FundingRate.inserted(state.lastRates, state.lastRates.length, rate);
    return true;
  }

  /**
   * That symbols have records, for pods that are new from a close on: a rate of 0 each.
   *
   * @param closeTime epoch milliseconds UTC
   */
  public static List<FundingRate> known(BarCloseGateState state, long closeTime) {
    return Arrays.stream(state.lastRates)
        .map(last -> new FundingRate(last.symbol(), closeTime, 0))
        .toList();
  }
}
