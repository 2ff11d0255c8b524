package io.podflow.oracle;

/** Which pods' changes in a symbol pass the band, from their cause until they are done (TR2). */
final class ForcedShares {

  private final Run run;
  private final Accounts accounts;
  private final Scales scales;
  private final FactorBook factors;

  /** By pod, then symbol: the share that has to go, signed; 0 for none. */
  private final double[][] shares;

  ForcedShares(Run run, Accounts accounts, Scales scales, FactorBook factors) {
    this.run = run;
    this.accounts = accounts;
    this.scales = scales;
    this.factors = factors;
    this.shares = new double[run.books.size()][run.universe.size()];
  }

  /** Takes the causes of a close: what a pod holds, or has on its way, has to go from now on. */
  void take(String symbol, long close, Trades trades) {
    if (run.stale(symbol, close)) {
      // What is held of it has just been closed.
      return;
    }
    int s = run.universe.indexOf(symbol);
    double[] held = accounts.heldBeforeCrosses(symbol, close);
    Trade waiting = trades.waiting(symbol, close);
    for (PodBook book : run.books) {
      int p = book.pod.index();
      int i = book.symbols.indexOf(symbol);
      double share = held[p] + (waiting == null ? 0 : waiting.sent()[p] + waiting.crossed()[p]);
      boolean any = Math.max(Math.abs(share), Math.abs(held[p])) >= Quantities.nothing();
      if (i >= 0 && any && hasCause(book, i, close)) {
        shares[p][s] = held[p] != 0 ? held[p] : share;
      }
    }
  }

  private boolean hasCause(PodBook book, int i, long close) {
    if (scales.risk(close) == 0 || factors.gone(book, close)) {
      return true;
    }
    int k = book.closeIndex(close);
    if (k >= 0 && book.closes[k] == close && book.missed(i, close) == book.staleAfter()) {
      return true;
    }
    if (book.row(close, i).isEmpty()) {
      return false;
    }
    String rule = book.row(close, i).get().text("rule");
    return book.stops.heldAtZero(close, i) || rule.equals("hard") || rule.startsWith("absolute_");
  }

  boolean is(int p, int s) {
    return shares[p][s] != 0;
  }

  /** A wish in the old direction ends it. */
  void endFor(int p, int s, double wanted) {
    if (wanted != 0 && shares[p][s] * wanted > 0) {
      end(p, s);
    }
  }

  void end(int p, int s) {
    shares[p][s] = 0;
  }

  /** What has to go at once goes for what took it out. */
  String causeOf(int p, String symbol, long close) {
    Factors of = factors.at(p, symbol, close);
    if (of.gone()) {
      return "lifecycle";
    }
    if (of.silenced()) {
      return "stop";
    }
    return of.multiplier() == 0 || scales.risk(close) > 0 ? "selector" : "risk";
  }
}
