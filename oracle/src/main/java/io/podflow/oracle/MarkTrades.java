package io.podflow.oracle;

import java.util.Arrays;

/**
 * What changes hands at a close itself, at the mark: stale symbols, forced crosses, liquidation.
 */
final class MarkTrades {

  private final Run run;
  private final Accounts accounts;
  private final Wants wants;
  private final Scales scales;
  private final Trades trades;

  MarkTrades(Run run, Accounts accounts, Wants wants, Scales scales, Trades trades) {
    this.run = run;
    this.accounts = accounts;
    this.wants = wants;
    this.scales = scales;
    this.trades = trades;
  }

  boolean becomesStale(String symbol, long close) {
    return run.seen(symbol, close)
        && run.missed(symbol, close) == run.config.staleAfter()
        && Grid.closesAt(close, run.config.finest(symbol));
  }

  /** What is held of a symbol that misses its n-th close in a row is closed at its last close. */
  void closeStale(String symbol, long close) {
    int index = Arrays.binarySearch(run.closes, close);
    long before = index == 0 ? 0 : run.closes[index - 1];
    closeAll(symbol, close, accounts.held(symbol, before), "stale");
  }

  /** What a ruined portfolio holds is closed at the mark; what waits of it is not (RU1). */
  void liquidate(String symbol, long close) {
    trades.abandon(symbol, close);
    closeAll(symbol, close, accounts.heldBeforeCrosses(symbol, close), "risk");
  }

  private void closeAll(String symbol, long close, double[] held, String cause) {
    double[] changes = Arrays.stream(held).map(quantity -> 0.0 - quantity).toArray();
    if (Arrays.stream(changes).allMatch(change -> change == 0)) {
      return;
    }
    String[] own = new String[changes.length];
    Arrays.fill(own, cause);
    boolean sends = Quantities.orNothing(Algebra.sum(changes), changes) != 0;
    double[] nothing = new double[held.length];
    trades.atTheMark(
        new Decision(
            close, symbol, nothing, held, 0, cause, own, "", Double.NaN, true, Double.NaN, sends),
        changes);
  }

  /** Forced changes that cancel out do not wait for an open (TR3 b). */
  void crossForced(String symbol, long close, ForcedShares forced) {
    if (trades.waiting(symbol, close) != null || run.stale(symbol, close)) {
      return;
    }
    int s = run.universe.indexOf(symbol);
    double[] held = accounts.heldBeforeCrosses(symbol, close);
    double[] changes = new double[held.length];
    String[] own = new String[held.length];
    for (int p = 0; p < held.length; p++) {
      boolean nothing = wants.weights(symbol, close)[p] == 0 || scales.risk(close) == 0;
      changes[p] = forced.is(p, s) && nothing ? 0.0 - held[p] : 0.0;
      own[p] = forced.causeOf(p, symbol, close);
    }
    if (Trades.volume(changes) > 0 && Math.abs(Algebra.sum(changes)) < Quantities.nothing(held)) {
      double[] zero = new double[held.length];
      trades.atTheMark(
          new Decision(close, symbol, zero, held, 0, "", own, "", Double.NaN, true, 0, false),
          changes);
    }
  }
}
