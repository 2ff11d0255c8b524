package io.podflow.oracle;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The portfolio's decisions, a close at a time (TR0 to TR5): what is wanted against what is held,
 * by which cause, and whether an order follows or which rule refuses it.
 */
final class Decisions {

  private final Run run;
  private final Accounts accounts;
  private final Wants wants;
  private final Scales scales;
  private final FactorBook factorBook;
  private final ForcedShares forced;
  final MarkTrades marks;
  final Trades trades;
  private final Map<String, Decision> decided = new LinkedHashMap<>();
  private final Map<Long, double[]> tracking = new HashMap<>();
  private final @Nullable Factors[][] brought;
  private final String[][] broughtBy;
  private final Map<String, Double> standing = new HashMap<>();

  Decisions(Run run, Accounts accounts, Wants wants, Scales scales) {
    this.run = run;
    this.accounts = accounts;
    this.wants = wants;
    this.scales = scales;
    this.trades = new Trades(run);
    this.factorBook = new FactorBook(run, accounts, scales);
    this.forced = new ForcedShares(run, accounts, scales, factorBook);
    this.marks = new MarkTrades(run, accounts, wants, scales, trades);
    int pods = run.books.size();
    int symbols = run.universe.size();
    this.brought = new @Nullable Factors[pods][symbols];
    this.broughtBy = new String[pods][symbols];
    for (String[] causes : broughtBy) {
      Arrays.fill(causes, "");
    }
    for (long close : run.closes) {
      if (!run.ruined(close)) {
        close(close);
      } else if (accounts.ruin() == close) {
        run.universe.forEach(symbol -> marks.liquidate(symbol, close));
      }
    }
  }

  List<Decision> all() {
    return List.copyOf(decided.values());
  }

  @Nullable Decision at(String symbol, long close) {
    return decided.get(close + symbol);
  }

  /** Gap and wanted gross at the books of a close (TR5), shares of equity. */
  double[] tracking(long close) {
    return tracking.getOrDefault(close, new double[2]);
  }

  private void close(long close) {
    for (String symbol : run.universe) {
      if (marks.becomesStale(symbol, close)) {
        marks.closeStale(symbol, close);
        forget(run.universe.indexOf(symbol));
      }
    }
    for (String symbol : run.universe) {
      forced.take(symbol, close, trades);
      marks.crossForced(symbol, close, forced);
    }
    double gap = 0;
    double gross = 0;
    double dust = 1e-9 * run.equity(close);
    for (String symbol : run.universe) {
      double[] rest = symbol(symbol, close);
      double mark = run.mark(symbol, close);
      gap += rest[0] * mark < dust ? 0 : rest[0] * mark;
      gross += rest[1] * mark < dust ? 0 : rest[1] * mark;
    }
    double equity = run.equity(close);
    tracking.put(close, equity > 0 ? new double[] {gap / equity, gross / equity} : new double[2]);
  }

  private void forget(int s) {
    for (int p = 0; p < brought.length; p++) {
      brought[p][s] = null;
      broughtBy[p][s] = "";
      forced.end(p, s);
    }
  }

  /** Returns what is missing and what is wanted, both unsigned quantities. */
  private double[] symbol(String symbol, long close) {
    if (!run.seen(symbol, close) || run.stale(symbol, close)) {
      return new double[2];
    }
    int s = run.universe.indexOf(symbol);
    double mark = run.mark(symbol, close);
    double equity = run.equity(close);
    Trade waiting = trades.waiting(symbol, close);
    SymbolChange change =
        SymbolChange.of(
            accounts.held(symbol, close),
            waiting,
            wants.weights(symbol, close),
            scales.all(close) * equity / mark,
            1e-3 * equity / mark);
    int pods = change.wanted().length;
    Factors[] factors = new Factors[pods];
    String[] own = new String[pods];
    Map<String, Double> sums = new LinkedHashMap<>();
    boolean force = scales.forces(close) && change.reduces();
    for (int p = 0; p < pods; p++) {
      factors[p] = factorBook.at(p, symbol, close);
      Map<String, Double> parts = parts(p, s, factors[p], change);
      own[p] = Causes.largest(parts, change.changes()[p], change.nothing(p));
      parts.forEach((cause, quantity) -> sums.merge(cause, quantity, Double::sum));
      forced.endFor(p, s, change.wanted()[p]);
      force |= forced.is(p, s) && change.changes()[p] != 0;
    }
    double band = threshold(symbol, close) * change.size();
    Refusal refusal =
        Refusal.first(
            run,
            symbol,
            close,
            waiting,
            change.net(),
            change.netWanted(),
            change.netShare(),
            force,
            band);
    Decision decision = decision(symbol, close, change, waiting, sums, own, refusal, force, band);
    boolean decides = waiting == null && run.present(symbol, close);
    if (decides || waiting != null) {
      decided.put(close + symbol, decision);
      standing.put(symbol, change.netWanted() * mark / equity);
    }
    boolean trade = decides && run.finest(symbol).has(close);
    double[] left = trade ? trade(decision, change, 1e-9 * equity / mark) : change.changes();
    if (waiting == null) {
      remember(s, run.present(symbol, close), change, left, factors, own);
    }
    // A symbol without a bar is wanted as it was when it was last decided.
    double wanted = standing.getOrDefault(symbol, 0.0) * equity / mark;
    boolean underWay = trade && decision.sends();
    return new double[] {underWay ? 0 : Math.abs(wanted - change.netShare()), Math.abs(wanted)};
  }

  private Map<String, Double> parts(int p, int s, Factors factors, SymbolChange change) {
    double wanted = change.wanted()[p];
    double share = change.share()[p];
    Map<String, Double> parts = Causes.parts(brought[p][s], factors, share, broughtBy[p][s]);
    parts.merge("drift", wanted - factors.wanted(), Double::sum);
    if (factors.stale()) {
      parts.clear();
      parts.put("stale", wanted - share);
    }
    return parts;
  }

  private Decision decision(
      String symbol,
      long close,
      SymbolChange change,
      @Nullable Trade waiting,
      Map<String, Double> sums,
      String[] own,
      Refusal refusal,
      boolean force,
      double band) {
    double net = change.net();
    boolean counts =
        Math.abs(net) * run.mark(symbol, close) >= 1e-9 * run.equity(close)
            && Math.abs(net) >= 1e-10;
    boolean sends = !refusal.refuses() && net != 0;
    return new Decision(
        close,
        symbol,
        change.wanted(),
        change.held(),
        waiting == null ? 0 : waiting.net(),
        Causes.largest(sums, net, change.nothing()),
        own,
        counts && !sends ? refusal.rule() : "",
        refusal.limit(),
        force,
        band,
        sends);
  }

  /** Sends the change, or crosses what of it is opposite; returns what is left of it by pod. */
  private double[] trade(Decision decision, SymbolChange change, double dust) {
    double[] left = change.changes().clone();
    if (decision.sends() || Trades.volume(change.changes()) >= dust) {
      double[] crossed = trades.atNextOpen(decision, change.changes(), change.sizes()).crossed();
      Arrays.setAll(left, p -> decision.sends() ? 0 : change.changes()[p] - crossed[p]);
    }
    return left;
  }

  /** Factors of a share that is what was wanted are the old ones of the next change. */
  private void remember(
      int s, boolean present, SymbolChange change, double[] left, Factors[] factors, String[] own) {
    for (int p = 0; p < left.length; p++) {
      if (present && Math.abs(left[p]) < change.nothing(p)) {
        brought[p][s] = factors[p];
        broughtBy[p][s] = own[p];
      }
      if (change.changes()[p] == 0) {
        forced.end(p, s);
      }
    }
  }

  private double threshold(String symbol, long close) {
    return run.config.pods.stream()
        .filter(pod -> pod.symbols().contains(symbol) && !run.retired(pod, close))
        .mapToDouble(pod -> pod.number("rebalance_threshold"))
        .min()
        .orElse(0);
  }
}
