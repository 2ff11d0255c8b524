package io.podflow.report.history;

import io.podflow.connectors.rundb.RunDb;
import java.util.ArrayList;
import java.util.List;

/**
 * The fraction of the pods' targets that cancel each other, for which no order is sent: 1 − Σ|net|
 * / Σ gross over the symbols of a close; thinned.
 *
 * @param time closes with a pod target other than 0, epoch milliseconds UTC
 * @param offset fraction: 0 when no symbol has targets of both signs, 1 when all targets cancel
 *     completely
 * @param mean mean offset of all closes, weighted by Σ gross
 */
public record NettingOffset(long[] time, float[] offset, double mean) {

  private static final int POINTS = 4000;

  /** Largest rounding error of the difference between two equal sums. */
  private static final double NOTHING = 1e-9;

  private static final String SUMS =
      "SELECT time, sum(gross_pod_target), sum(abs(net_target)) FROM targets GROUP BY time"
          + " HAVING sum(gross_pod_target) > 0 ORDER BY time";

  public static NettingOffset of(RunDb db) {
    List<Long> times = new ArrayList<>();
    List<Double> offsets = new ArrayList<>();
    double[] sums = new double[2];
    db.forEach(
        SUMS,
        row -> {
          times.add(row.time(0));
          offsets.add(offset(row.real(1), row.real(2)));
          sums[0] += row.real(1);
          sums[1] += row.real(2);
        });
    double[] values = offsets.stream().mapToDouble(Double::doubleValue).toArray();
    int[] kept = Thinning.keep(POINTS, values);
    return new NettingOffset(
        Thinning.pick(times.stream().mapToLong(Long::longValue).toArray(), kept),
        Thinning.pick(values, kept),
        sums[0] > 0 ? offset(sums[0], sums[1]) : 0);
  }

  private static double offset(double gross, double net) {
    double offset = 1 - net / gross;
    return offset > NOTHING ? offset : 0;
  }

  /** Whether no target of a pod ever cancelled a target of another pod. */
  public boolean isEmpty() {
    return mean == 0;
  }
}
