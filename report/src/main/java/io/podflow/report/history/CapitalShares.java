package io.podflow.report.history;

import io.podflow.connectors.rundb.RunDb;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The share of equity of each pod and of the reserve, day by day, thinned; days with equity at or
 * below 0 are left out.
 *
 * @param time closes that end a day, epoch milliseconds UTC
 * @param names pod ids, sorted, then the reserve
 * @param values one array per name: fractions of equity, one per time
 */
public record CapitalShares(long[] time, List<String> names, List<float[]> values) {

  static final String RESERVE = "reserve";

  private static final int POINTS = 4000;

  private static final String SHARES =
      "SELECT p.time, p.pod, p.capital / e.equity, e.reserve / e.equity"
          + " FROM pods p JOIN equity e ON e.time = p.time WHERE e.equity > 0"
          + " ORDER BY p.time, p.pod";

  public static CapitalShares of(RunDb db) {
    List<String> pods = db.query("SELECT DISTINCT pod FROM pods ORDER BY pod", r -> r.text(0));
    SortedMap<Long, double[]> days = new TreeMap<>();
    db.forEach(
        SHARES,
        row -> {
          double[] day = days.computeIfAbsent(row.time(0), t -> new double[pods.size() + 1]);
          day[pods.indexOf(row.text(1))] = row.real(2);
          day[pods.size()] = row.real(3);
        });
    return thinned(pods, days);
  }

  private static CapitalShares thinned(List<String> pods, SortedMap<Long, double[]> days) {
    double[][] series = new double[pods.size() + 1][days.size()];
    int day = 0;
    for (double[] shares : days.values()) {
      for (int i = 0; i < shares.length; i++) {
        series[i][day] = shares[i];
      }
      day++;
    }
    int[] kept = Thinning.keep(POINTS, series);
    List<String> names = new ArrayList<>(pods);
    names.add(RESERVE);
    return new CapitalShares(
        Thinning.pick(days.keySet().stream().mapToLong(Long::longValue).toArray(), kept),
        names,
        Arrays.stream(series).map(s -> Thinning.pick(s, kept)).toList());
  }
}
