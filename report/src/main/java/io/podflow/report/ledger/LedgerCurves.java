package io.podflow.report.ledger;

import io.podflow.report.history.Thinning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Growth of 1 on each pod's own capital, day by day, thinned.
 *
 * @param time closes that end a day, epoch milliseconds UTC
 * @param values one array per pod, by id: growth of 1, one value per time
 */
record LedgerCurves(long[] time, List<float[]> values) {

  private static final int POINTS = 4000;

  /** Collects the values of each day. */
  static final class Recorder {
    private final List<Long> times = new ArrayList<>();
    private final List<double[]> days = new ArrayList<>();

    /**
     * @param indexes growth of 1 so far, one per pod by id
     */
    void add(long time, double[] indexes) {
      times.add(time);
      days.add(indexes);
    }

    LedgerCurves curves(int pods) {
      double[][] series = new double[pods][days.size()];
      for (int p = 0; p < pods; p++) {
        int pod = p;
        Arrays.setAll(series[p], day -> days.get(day)[pod]);
      }
      int[] kept = Thinning.keep(POINTS, series);
      return new LedgerCurves(
          Thinning.pick(times.stream().mapToLong(Long::longValue).toArray(), kept),
          Arrays.stream(series).map(values -> Thinning.pick(values, kept)).toList());
    }
  }
}
