package io.podflow.report.history;

import io.podflow.connectors.rundb.RunDb;
import io.podflow.domain.journal.BenchmarkRow;
import io.podflow.domain.journal.EquityRow;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Equity and drawdown over time, thinned.
 *
 * @param time bar closes, epoch milliseconds UTC
 * @param equity quote currency
 * @param drawdown positive fractions
 * @param benchmarks equity of each benchmark at the same times, in the order of the summary; NaN
 *     where the benchmark has no row
 */
public record EquityCurve(long[] time, float[] equity, float[] drawdown, List<float[]> benchmarks) {

  private static final int POINTS = 4000;

  public static EquityCurve of(RunDb db, List<String> benchmarks) {
    List<EquityRow> books = db.equity();
    double[] equity = books.stream().mapToDouble(EquityRow::equity).toArray();
    double[] drawdown = books.stream().mapToDouble(EquityRow::drawdown).toArray();
    long[] times = books.stream().mapToLong(EquityRow::time).toArray();
    int[] kept = Thinning.keep(POINTS, equity, drawdown);
    Map<String, double[]> compared = new HashMap<>();
    for (String name : benchmarks) {
      double[] unknown = new double[times.length];
      Arrays.fill(unknown, Double.NaN);
      compared.put(name, unknown);
    }
    for (BenchmarkRow row : db.benchmarks()) {
      int at = Arrays.binarySearch(times, row.time());
      double[] values = compared.get(row.name());
      if (at >= 0 && values != null) {
        values[at] = row.equity();
      }
    }
    return new EquityCurve(
        Thinning.pick(times, kept),
        Thinning.pick(equity, kept),
        Thinning.pick(drawdown, kept),
        benchmarks.stream()
            .map(name -> Thinning.pick(compared.getOrDefault(name, new double[0]), kept))
            .toList());
  }
}
