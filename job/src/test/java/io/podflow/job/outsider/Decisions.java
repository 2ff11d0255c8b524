package io.podflow.job.outsider;

import java.util.ArrayList;
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

  private static final double TOLERANCE = 1e-12;

  private final Run run;
  private final Accounts accounts;
  private final Wants wants;
  private final Scales scales;
  final Trades trades;
  private final Map<String, Decision> decided = new LinkedHashMap<>();
  private final Map<Long, double[]> tracking = new HashMap<>();
  private final @Nullable Factors[][] brought;
  private final String[][] broughtBy;
  private final double[][] forced;
  private final Map<String, Double> standing = new HashMap<>();

  Decisions(Run run, Accounts accounts, Wants wants, Scales scales) {
    this.run = run;
    this.accounts = accounts;
    this.wants = wants;
    this.scales = scales;
    this.trades = new Trades(run);
    int pods = run.books.size();
    int symbols = run.universe.size();
    this.brought = new @Nullable Factors[pods][symbols];
    this.broughtBy = new String[pods][symbols];
    this.forced = new double[pods][symbols];
    for (String[] causes : broughtBy) {
      Arrays.fill(causes, "");
    }
    for (long close : run.closes) {
      if (!run.ruined(close)) {
        close(close);
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
      if (becomesStale(symbol, close)) {
        closeStale(symbol, close);
      }
    }
    for (String symbol : run.universe) {
      causes(symbol, close);
      crossAtTheMark(symbol, close);
    }
    double gap = 0;
    double gross = 0;
    for (int s = 0; s < run.universe.size(); s++) {
      String symbol = run.universe.get(s);
      double[] rest = symbol(s, symbol, close);
      double dust = 1e-9 * run.equity(close);
      double mark = run.mark(symbol, close);
      gap += rest[0] * mark < dust ? 0 : rest[0] * mark;
      gross += rest[1] * mark < dust ? 0 : rest[1] * mark;
    }
    double equity = run.equity(close);
    tracking.put(close, equity > 0 ? new double[] {gap / equity, gross / equity} : new double[2]);
  }

  boolean becomesStale(String symbol, long close) {
    return run.seen(symbol, close)
        && run.missed(symbol, close) == run.config.staleAfter()
        && Grid.closesAt(close, run.config.finest(symbol));
  }

  /** What is held of a symbol that misses its n-th close in a row is closed at its last close. */
  private void closeStale(String symbol, long close) {
    int s = run.universe.indexOf(symbol);
    double[] held = accounts.held(symbol, before(close));
    double[] changes = Arrays.stream(held).map(quantity -> 0.0 - quantity).toArray();
    for (int p = 0; p < changes.length; p++) {
      brought[p][s] = null;
      broughtBy[p][s] = "";
      forced[p][s] = 0;
    }
    if (Arrays.stream(changes).anyMatch(change -> change != 0)) {
      String[] own = new String[changes.length];
      Arrays.fill(own, "stale");
      double net = Quantities.orNothing(Algebra.sum(changes), changes);
      Decision decision =
          new Decision(
              close,
              symbol,
              new double[held.length],
              held,
              0,
              "stale",
              own,
              "",
              Double.NaN,
              true,
              Double.NaN,
              net != 0);
      trades.atTheMark(decision, changes);
    }
  }

  /** Which pods' changes in a symbol are forced from this close on (TR2). */
  private void causes(String symbol, long close) {
    int s = run.universe.indexOf(symbol);
    if (run.stale(symbol, close)) {
      // What is held of it has just been closed.
      return;
    }
    double[] held = accounts.heldBeforeCrosses(symbol, close);
    for (PodBook book : run.books) {
      int p = book.pod.index();
      int i = book.symbols.indexOf(symbol);
      boolean cause = scales.risk(close) == 0 || gone(book, close);
      int k = book.closeIndex(close);
      cause |=
          i >= 0 && k >= 0 && book.closes[k] == close && book.missed(i, close) == book.staleAfter();
      if (i >= 0 && book.row(close, i).isPresent()) {
        String rule = book.row(close, i).get().text("rule");
        cause |= book.stops.heldAtZero(close, i) || rule.equals("hard");
        cause |= rule.startsWith("absolute_");
      }
      Trade waiting = trades.waiting(symbol, close);
      double share = held[p] + (waiting == null ? 0 : waiting.sent()[p] + waiting.crossed()[p]);
      if (cause && i >= 0 && Math.max(Math.abs(share), Math.abs(held[p])) >= Quantities.nothing()) {
        forced[p][s] = held[p] != 0 ? held[p] : share;
      }
    }
  }

  /** Forced changes that cancel out do not wait for an open (TR3 b). */
  private void crossAtTheMark(String symbol, long close) {
    int s = run.universe.indexOf(symbol);
    if (trades.waiting(symbol, close) != null || run.stale(symbol, close)) {
      return;
    }
    double[] held = accounts.heldBeforeCrosses(symbol, close);
    double[] changes = new double[held.length];
    for (int p = 0; p < held.length; p++) {
      boolean nothing = wants.weights(symbol, close)[p] == 0 || scales.risk(close) == 0;
      changes[p] = forced[p][s] != 0 && nothing ? 0.0 - held[p] : 0.0;
    }
    boolean any = Trades.volume(changes) > 0;
    if (any && Math.abs(Algebra.sum(changes)) < Quantities.nothing(held)) {
      String[] own = new String[held.length];
      for (int p = 0; p < own.length; p++) {
        own[p] = forcedBy(factors(p, symbol, close), scales.risk(close));
      }
      Decision decision =
          new Decision(
              close,
              symbol,
              new double[held.length],
              held,
              0,
              "",
              own,
              "",
              Double.NaN,
              true,
              0,
              false);
      trades.atTheMark(decision, changes);
    }
  }

  /** What has to go at once goes for what took it out. */
  private static String forcedBy(Factors factors, double risk) {
    if (factors.gone()) {
      return "lifecycle";
    }
    return factors.silenced()
        ? "stop"
        : factors.multiplier() == 0 || risk > 0 ? "selector" : "risk";
  }

  /** Returns what is missing and what is wanted, both unsigned quantities. */
  private double[] symbol(int s, String symbol, long close) {
    if (!run.seen(symbol, close) || run.stale(symbol, close)) {
      return new double[2];
    }
    double mark = run.mark(symbol, close);
    double equity = run.equity(close);
    double[] held = accounts.held(symbol, close);
    Trade waiting = trades.waiting(symbol, close);
    double[] share = held.clone();
    double[] wanted = new double[held.length];
    double[] changes = new double[held.length];
    double[] size = new double[held.length];
    List<Map<String, Double>> parts = new ArrayList<>();
    Factors[] factors = new Factors[held.length];
    String[] own = new String[held.length];
    Map<String, Double> sums = new LinkedHashMap<>();
    boolean force = scales.forces(close);
    double onItsWay = waiting == null ? 0 : waiting.net();
    for (int p = 0; p < held.length; p++) {
      factors[p] = factors(p, symbol, close);
      double exact = wants.weights(symbol, close)[p] * scales.all(close) * equity / mark;
      wanted[p] = Quantities.orNothing(exact, exact);
      share[p] += waiting == null ? 0 : waiting.sent()[p] + waiting.crossed()[p];
      changes[p] = Quantities.orNothing(wanted[p] - share[p], wanted[p], share[p]);
      size[p] = Math.max(1e-3 * equity / mark, Math.max(Math.abs(wanted[p]), Math.abs(held[p])));
      Map<String, Double> part = Causes.parts(brought[p][s], factors[p], share[p], broughtBy[p][s]);
      part.merge("drift", wanted[p] - factors[p].wanted(), Double::sum);
      if (factors[p].stale()) {
        part.clear();
        part.put("stale", wanted[p] - share[p]);
      }
      parts.add(part);
      own[p] = Causes.largest(part, changes[p], Quantities.nothing(wanted[p], share[p]));
      part.forEach((cause, quantity) -> sums.merge(cause, quantity, Double::sum));
    }
    double w = Algebra.sum(wanted);
    double h = Algebra.sum(share);
    boolean reduces = Math.abs(w) < Math.abs(h);
    force &= reduces;
    for (int p = 0; p < held.length; p++) {
      boolean ends = wanted[p] != 0 && forced[p][s] * wanted[p] > 0;
      forced[p][s] = ends ? 0 : forced[p][s];
      force |= forced[p][s] != 0 && changes[p] != 0;
    }
    double net = Quantities.orNothing(Algebra.sum(changes), merged(wanted, share));
    String cause = Causes.largest(sums, net, Quantities.nothing(merged(wanted, share)));
    double band = threshold(symbol, close) * Math.max(Math.abs(w), Math.abs(h));
    String[] refusal = refusal(symbol, close, waiting, net, w, h, force, band);
    boolean row = Math.abs(net) * mark >= 1e-9 * equity && Math.abs(net) >= 1e-10;
    boolean sends = refusal[0].isEmpty() && net != 0;
    Decision decision =
        new Decision(
            close,
            symbol,
            wanted,
            held,
            onItsWay,
            cause,
            own,
            row && !sends ? refusal[0] : "",
            Double.parseDouble(refusal[1]),
            force,
            refusal.length > 2 ? Double.parseDouble(refusal[2]) : band,
            sends);
    boolean decides = waiting == null && run.present(symbol, close);
    if (decides || waiting != null) {
      decided.put(close + symbol, decision);
      standing.put(symbol, w * mark / equity);
    }
    boolean trade = decides && bar(symbol, close);
    boolean crosses = Trades.volume(changes) * mark >= 1e-9 * equity;
    double[] left = changes.clone();
    if (trade && (sends || crosses)) {
      double[] crossed = trades.atNextOpen(decision, changes, size).crossed();
      Arrays.setAll(left, p -> sends ? 0 : changes[p] - crossed[p]);
    }
    // A symbol without a bar is wanted as it was when it was last decided.
    w = standing.getOrDefault(symbol, 0.0) * equity / mark;
    for (int p = 0; p < held.length; p++) {
      boolean there = changes[p] == 0 && waiting == null;
      boolean nothing = Math.abs(left[p]) < Quantities.nothing(wanted[p], share[p]);
      if (nothing && waiting == null && run.present(symbol, close)) {
        brought[p][s] = factors[p];
        broughtBy[p][s] = own[p];
      }
      forced[p][s] = there ? 0 : forced[p][s];
    }
    return new double[] {trade && sends ? 0 : Math.abs(w - h), Math.abs(w)};
  }

  private boolean bar(String symbol, long close) {
    return run.finest(symbol).has(close);
  }

  private static double[] merged(double[] one, double[] other) {
    double[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  /** Rule, limit and what the change was measured against; the first rule that refuses. */
  private String[] refusal(
      String symbol,
      long close,
      @Nullable Trade waiting,
      double net,
      double w,
      double h,
      boolean force,
      double band) {
    double mark = run.mark(symbol, close);
    double equity = run.equity(close);
    if (waiting != null) {
      return new String[] {"waiting", "" + Math.abs(waiting.net())};
    }
    if (!bar(symbol, close)) {
      return new String[] {"waiting", "0"};
    }
    boolean closes = w == 0;
    double notional = run.config.number("min_notional") / mark;
    if (!closes && Math.abs(net) < notional * (1 - TOLERANCE)) {
      return new String[] {"min_notional", "" + notional};
    }
    double least = run.config.number("min_order") * equity / mark;
    if (!closes && !force && Math.abs(net) < least * (1 - TOLERANCE)) {
      return new String[] {"min_order", "" + least};
    }
    if (!force && Math.abs(w - h) < band * (1 - TOLERANCE)) {
      return new String[] {"band", "" + band};
    }
    return new String[] {"", "NaN"};
  }

  private double threshold(String symbol, long close) {
    return run.config.pods.stream()
        .filter(pod -> pod.symbols().contains(symbol) && !run.retired(pod, close))
        .mapToDouble(pod -> pod.number("rebalance_threshold"))
        .min()
        .orElse(0);
  }

  private Factors factors(int p, String symbol, long close) {
    PodBook book = run.books.get(p);
    int i = book.symbols.indexOf(symbol);
    double mark = run.mark(symbol, close);
    double equity = run.equity(close);
    double capital = accounts.after(close)[p];
    boolean gone = gone(book, close);
    double share = gone ? 0 : scales.fraction(p, close);
    double unit = share == 0 ? equity / mark : Math.max(0, capital) / (share * mark);
    unit = capital <= 0 ? 0 : unit;
    Row row = i < 0 ? null : book.lastRow(close, i);
    if (row == null) {
      return new Factors(
          0,
          1,
          1,
          1,
          share,
          scales.leverage(close),
          scales.risk(close),
          scales.volatility(close),
          unit,
          0,
          false,
          gone,
          false);
    }
    boolean stale = book.stale(i, book.closes[book.closeIndex(close)]);
    boolean silenced = book.stops.heldAtZero(row.time, i);
    double exposure = PodTargets.exposure(book, row);
    double multiplier = row.number("multiplier");
    double cap = row.number("cap_scale");
    double free = silenced || stale ? 0 : row.number("signal");
    double all = exposure * multiplier * cap;
    double signal = book.halted(i, row.time) && all != 0 ? row.number("target") / all : free;
    signal = Math.abs(signal - free) <= TOLERANCE * Math.abs(free) ? free : signal;
    signal = run.stale(symbol, close) || stale ? 0 : signal;
    return new Factors(
        signal,
        exposure,
        multiplier,
        cap,
        share,
        scales.leverage(close),
        scales.risk(close),
        scales.volatility(close),
        unit,
        free,
        silenced,
        gone,
        stale);
  }

  private boolean gone(PodBook book, long close) {
    return run.retired(book.pod, close) || close >= book.ruinedFrom;
  }

  private long before(long close) {
    int index = Arrays.binarySearch(run.closes, close);
    return index == 0 ? 0 : run.closes[index - 1];
  }
}
