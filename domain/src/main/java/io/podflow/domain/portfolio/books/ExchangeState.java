package io.podflow.domain.portfolio.books;

import io.podflow.domain.execution.Trade;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the portfolio remembers of the exchange side.
 *
 * <p>Kept in keyed state as it stands, therefore public fields; only the classes of this package
 * change them.
 */
public final class ExchangeState {

  /** Orders that may still be filled though they were said to have ended. */
  private static final int REMEMBERED = 128;

  /** Whether orders that are decided now are taken, as the last heartbeat had it. */
  public boolean takesOrders = true;

  /** Whether a difference in the books has halted trading. */
  public boolean halted;

  /** How the books differed at the last reconciliation; empty when they agreed. */
  public String difference = "";

  /** All funding so far, quote currency, positive when paid. */
  public double fundingPaid;

  /** By symbol: orders in a row of which nothing was filled. */
  public int[] failures = {};

  /** By symbol: how many more closes nothing is sent for it. */
  public int[] pauses = {};

  /** By symbol: what was open of its last order when that ended, for fills that come after it. */
  public @Nullable Trade[] ended = {};

  /**
   * By symbol: whether it did not get what was decided, so that the next reconciliation decides it
   * anew. Shorter than the symbols, and empty in states of before there was it, where none is.
   */
  public boolean[] unfinished = {};

  /** What was open of the last orders that ended unfilled, the oldest first, for such fills too. */
  public Trade[] unfilled = {};

  /** For deserialisation only. */
  public ExchangeState() {}

  ExchangeState(int symbols) {
    failures = new int[symbols];
    pauses = new int[symbols];
    ended = new Trade[symbols];
  }

  /** Makes room for pods and symbols of which nothing was ever sent. */
  void grow(int pods, int symbols) {
    failures = Arrays.copyOf(failures, symbols);
    pauses = Arrays.copyOf(pauses, symbols);
    ended = Grown.trades(ended, pods, symbols);
    unfilled = Arrays.stream(unfilled).map(trade -> trade.among(pods)).toArray(Trade[]::new);
  }

  /** An order has ended of which {@code rest} was never filled, as far as is known. */
  public void rememberUnfilled(Trade rest) {
    int kept = Math.min(unfilled.length, REMEMBERED - 1);
    Trade[] all = Arrays.copyOfRange(unfilled, unfilled.length - kept, unfilled.length + 1);
    all[kept] = rest;
    unfilled = all;
  }

  public boolean isUnfinished(int symbol) {
    return symbol < unfinished.length && unfinished[symbol];
  }

  public void leaveUnfinished(int symbol) {
    unfinished = Arrays.copyOf(unfinished, Math.max(unfinished.length, symbol + 1));
    unfinished[symbol] = true;
  }

  /** The symbol is decided anew. */
  public void finish(int symbol) {
    if (isUnfinished(symbol)) {
      unfinished[symbol] = false;
    }
  }
}
