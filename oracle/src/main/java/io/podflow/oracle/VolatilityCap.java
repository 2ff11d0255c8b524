package io.podflow.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The cap on volatility at every close (EV4), day by day and symbol by symbol. */
final class VolatilityCap {

  private static final int ENOUGH = 30;
  private static final int MOST = 60;
  private static final int DAYS_KEPT = 366;
  private static final SortedMap<Long, Double> NONE = Collections.emptySortedMap();

  private final Run run;
  private final double limit;
  private final Map<Long, Double> estimates = new HashMap<>();
  private final Map<Long, Double> scales = new HashMap<>();

  /** By symbol, over all bars. */
  private final Map<String, SortedMap<Long, Double>> returns = new HashMap<>();

  private final List<Risks.Event> events = new ArrayList<>();
  private boolean binds;
  private boolean boundToday;

  VolatilityCap(Run run, Wants wants, Risks risks) {
    this.run = run;
    this.limit = run.config.number("max_portfolio_volatility");
    for (long close : run.closes) {
      double estimate = Double.NaN;
      if (!Double.isNaN(limit) && run.equity(close) > 0) {
        estimate = estimate(close, weights(close, wants, risks));
      }
      boolean bound = estimate > limit * (1 + 1e-12);
      estimates.put(close, estimate);
      scales.put(close, bound ? limit / estimate : 1);
      tell(close, bound);
    }
  }

  double estimate(long close) {
    return estimates.getOrDefault(close, Double.NaN);
  }

  double scale(long close) {
    return scales.getOrDefault(close, 1.0);
  }

  List<Risks.Event> events() {
    return events;
  }

  private void tell(long close, boolean bound) {
    boundToday |= bound;
    if (bound && !binds) {
      binds = true;
      add(
          close,
          "volatility cap binds: estimate "
              + estimate(close)
              + " (limit "
              + limit
              + "), targets are scaled by "
              + scale(close));
    }
    if (Grid.endsDay(close)) {
      if (binds && !boundToday) {
        binds = false;
        add(close, "volatility cap binds no longer");
      }
      boundToday = false;
    }
  }

  private void add(long close, String message) {
    events.add(new Risks.Event(close, "", "", "", "info", message));
  }

  private TreeMap<String, Double> weights(long close, Wants wants, Risks risks) {
    double leverage = 0;
    TreeMap<String, Double> weights = new TreeMap<>();
    for (String symbol : run.universe) {
      double net = Algebra.sum(wants.weights(symbol, close));
      leverage += Math.abs(net);
      weights.put(symbol, net);
    }
    double most = run.config.number("max_gross_leverage");
    double scale = (leverage > most ? most / leverage : 1) * risks.scale(close);
    weights.replaceAll((symbol, net) -> net * scale);
    weights.values().removeIf(weight -> Math.abs(weight) < 1e-12);
    return weights;
  }

  /** Of any weights, by symbol; NaN when nothing has a variance to go by. */
  double estimate(long close, TreeMap<String, Double> weights) {
    Map<String, SortedMap<Long, Double>> all = new HashMap<>();
    TreeSet<String> known = new TreeSet<>();
    for (String symbol : weights.keySet()) {
      SortedMap<Long, Double> kept = returns(symbol, close);
      all.put(symbol, kept);
      List<Double> own = new ArrayList<>(kept.values());
      if (!run.stale(symbol, close)
          && own.size() >= ENOUGH
          && varies(own.subList(Math.max(0, own.size() - MOST), own.size()))) {
        known.add(symbol);
      }
    }
    while (!known.isEmpty()) {
      List<Long> days = common(known, all);
      if (days.size() < ENOUGH) {
        known.remove(fewest(known, all));
        continue;
      }
      TreeSet<String> varying = new TreeSet<>(known);
      varying.removeIf(s -> !varies(days.stream().map(d -> at(all, s, d)).toList()));
      if (varying.size() == known.size()) {
        return root(weights, new ArrayList<>(known), days, all);
      }
      known = varying;
    }
    return Double.NaN;
  }

  private double root(
      TreeMap<String, Double> weights,
      List<String> known,
      List<Long> days,
      Map<String, SortedMap<Long, Double>> all) {
    double[][] series = new double[known.size()][days.size()];
    for (int i = 0; i < series.length; i++) {
      for (int d = 0; d < days.size(); d++) {
        series[i][d] = at(all, known.get(i), days.get(d));
      }
    }
    double[][] covariance = Shrunk.plainCovariance(run.config, series);
    double largest = 0;
    for (int i = 0; i < series.length; i++) {
      largest = Math.max(largest, covariance[i][i]);
    }
    double sum = 0;
    for (Map.Entry<String, Double> a : weights.entrySet()) {
      for (Map.Entry<String, Double> b : weights.entrySet()) {
        int i = known.indexOf(a.getKey());
        int j = known.indexOf(b.getKey());
        double product = a.getValue() * b.getValue();
        double first = Math.sqrt(i < 0 ? largest : covariance[i][i]);
        double second = Math.sqrt(j < 0 ? largest : covariance[j][j]);
        sum += i < 0 || j < 0 ? Math.abs(product) * first * second : product * covariance[i][j];
      }
    }
    return Math.sqrt(Math.max(0, sum * 365));
  }

  private static double at(Map<String, SortedMap<Long, Double>> all, String symbol, long day) {
    return all.getOrDefault(symbol, NONE).getOrDefault(day, Double.NaN);
  }

  private static boolean varies(List<Double> values) {
    return Figures.deviation(values.stream().mapToDouble(v -> v).toArray()) > 1e-12;
  }

  private static List<Long> common(
      TreeSet<String> known, Map<String, SortedMap<Long, Double>> all) {
    List<Long> days = new ArrayList<>(all.getOrDefault(known.first(), NONE).keySet());
    days.removeIf(day -> known.stream().anyMatch(s -> Double.isNaN(at(all, s, day))));
    return days.subList(Math.max(0, days.size() - MOST), days.size());
  }

  /** The configured order is that of first appearance in the pods. */
  private String fewest(TreeSet<String> known, Map<String, SortedMap<Long, Double>> all) {
    String fewest = known.first();
    int least = Integer.MAX_VALUE;
    for (Config.Pod pod : run.config.pods) {
      for (String symbol : pod.symbols()) {
        int size = all.getOrDefault(symbol, NONE).size();
        if (known.contains(symbol) && size < least) {
          least = size;
          fewest = symbol;
        }
      }
    }
    return fewest;
  }

  /** By UTC day: the return over closes at the ends of two of the days that are kept. */
  private SortedMap<Long, Double> returns(String symbol, long close) {
    Series bars = run.finest(symbol);
    int last = bars.last(close);
    while (last >= 0 && !Grid.endsDay(bars.time(last))) {
      last--;
    }
    long first = Grid.day(close) - DAYS_KEPT + 2;
    long behind = last < 0 ? first : Math.max(first, Grid.day(bars.time(last)) + 1);
    return returns.computeIfAbsent(symbol, this::allReturns).subMap(first, behind);
  }

  /** By UTC day: the return over closes at the ends of two days in a row. */
  private SortedMap<Long, Double> allReturns(String symbol) {
    TreeMap<Long, Double> closes = new TreeMap<>();
    Series bars = run.finest(symbol);
    for (int i = 0; i < bars.size(); i++) {
      if (Grid.endsDay(bars.time(i))) {
        closes.put(Grid.day(bars.time(i)), bars.close(i));
      }
    }
    TreeMap<Long, Double> returns = new TreeMap<>();
    closes.forEach(
        (day, price) -> {
          Double before = closes.get(day - 1);
          if (before != null) {
            returns.put(day, price / before - 1);
          }
        });
    return returns;
  }
}
