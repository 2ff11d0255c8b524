package io.podflow.job.outsider;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every trade that follows from the recorded targets and holdings (EX1, EX2, FP7, FP10, FP19). */
final class Trades {

  private static final double NOTHING = 1e-10;

  /** Share of equity, whose rounding is in every quantity. */
  private static final double DUST = 1e-3;

  /** What equals a threshold on paper is not below it. */
  private static final double TOLERANCE = 1e-12;

  private final Run run;
  private final Accounts accounts;
  private final Wants wants;
  private final List<Trade> all = new ArrayList<>();
  private final Map<String, List<Trade>> bySymbol = new HashMap<>();

  Trades(Run run, Accounts accounts, Wants wants) {
    this.run = run;
    this.accounts = accounts;
    this.wants = wants;
    run.recorded.rows("targets").forEach(this::decide);
    run.universe.forEach(this::closeStale);
  }

  List<Trade> all() {
    return all;
  }

  /** Whether something decided before this close still waits for the symbol's next open. */
  boolean waiting(String symbol, long close) {
    return bySymbol.getOrDefault(symbol, List.of()).stream()
        .anyMatch(trade -> trade.decidedAt() < close && close < trade.endedAt());
  }

  private void decide(Row target) {
    String symbol = target.text("symbol");
    long close = target.time;
    double mark = run.mark(symbol, close);
    double equity = run.equity(close);
    double[] held = accounts.held(symbol, close);
    double[] wanted = wants.weights(symbol, close);
    double[] changes = new double[held.length];
    double[] size = new double[held.length];
    for (int p = 0; p < held.length; p++) {
      double scale =
          target.number("leverage_scale")
              * target.number("risk_scale")
              * target.number("volatility_scale");
      wanted[p] = orNothing(wanted[p] * scale * equity / mark);
      changes[p] = orNothing(wanted[p] - held[p]);
      size[p] = Math.max(DUST * equity / mark, Math.max(Math.abs(wanted[p]), Math.abs(held[p])));
    }
    boolean closes =
        Math.abs(Algebra.sum(wanted)) < NOTHING && Math.abs(Algebra.sum(held)) >= NOTHING;
    double notional = Math.abs(orNothing(Algebra.sum(changes))) * mark;
    boolean large =
        notional >= (threshold(symbol) - TOLERANCE) * equity
            && notional >= run.config.number("min_notional") * (1 - TOLERANCE);
    String reason = closes ? "close" : large && notional > 0 ? "target" : "cross";
    if (!reason.equals("cross") || volume(changes) * mark >= 1e-9 * equity) {
      add(symbol, close, reason, mark, changes, size);
    }
  }

  private double threshold(String symbol) {
    return run.config.pods.stream()
        .filter(pod -> pod.symbols().contains(symbol))
        .mapToDouble(pod -> pod.number("rebalance_threshold"))
        .min()
        .orElseThrow();
  }

  private static double orNothing(double quantity) {
    return Math.abs(quantity) < NOTHING ? 0 : quantity;
  }

  /** What buyers can take from sellers among the pods. */
  private static double volume(double[] changes) {
    double buys = Arrays.stream(changes).filter(c -> c > 0).sum();
    double sells = Arrays.stream(changes).filter(c -> c < 0).map(Math::abs).sum();
    return Math.min(buys, sells);
  }

  private void add(
      String symbol, long close, String reason, double mark, double[] changes, double[] size) {
    int next = run.finest(symbol).last(close) + 1;
    Series series = run.finest(symbol);
    long bar = next < series.size() ? series.time(next) : Long.MAX_VALUE;
    long stale = reason.equals("stale") ? close : run.staleAfter(symbol, next - 1);
    boolean inTime = bar <= stale;
    long ended = Math.min(Math.min(bar, stale), run.lastClose() + 1);
    double price = reason.equals("stale") ? mark : inTime ? series.open(next) : Double.NaN;
    long filled = reason.equals("stale") ? close : inTime ? bar : 0;
    double volume = volume(changes);
    double buys = Arrays.stream(changes).filter(c -> c > 0).sum();
    double sells = Arrays.stream(changes).filter(c -> c < 0).map(Math::abs).sum();
    double[] crossed = new double[changes.length];
    double[] sent = new double[changes.length];
    for (int p = 0; p < changes.length; p++) {
      double side = changes[p] > 0 ? buys : sells;
      crossed[p] = changes[p] == 0 || volume == 0 ? 0 : changes[p] * (volume / side);
      sent[p] = reason.equals("cross") ? 0 : changes[p] - crossed[p];
    }
    double net = reason.equals("cross") ? 0 : orNothing(buys - sells);
    Trade trade =
        new Trade(symbol, close, reason, mark, sent, crossed, size, net, filled, price, ended);
    all.add(trade);
    bySymbol.computeIfAbsent(symbol, s -> new ArrayList<>()).add(trade);
  }

  /** What is held of a symbol that misses its n-th close in a row is closed at its last close. */
  private void closeStale(String symbol) {
    for (long close : run.closes) {
      if (becomesStale(symbol, close)) {
        double[] changes = accounts.held(symbol, before(close));
        Arrays.setAll(changes, p -> 0.0 - changes[p]);
        if (Arrays.stream(changes).anyMatch(change -> change != 0)) {
          double[] size = Arrays.stream(changes).map(Math::abs).toArray();
          add(symbol, close, "stale", run.mark(symbol, close), changes, size);
        }
      }
    }
  }

  boolean becomesStale(String symbol, long close) {
    return run.seen(symbol, close)
        && run.missed(symbol, close) == run.config.staleAfter()
        && Grid.closesAt(close, run.config.finest(symbol));
  }

  private long before(long close) {
    int index = Arrays.binarySearch(run.closes, close);
    return index == 0 ? 0 : run.closes[index - 1];
  }
}
