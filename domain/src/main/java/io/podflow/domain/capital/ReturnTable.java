package io.podflow.domain.capital;

import io.podflow.domain.allocation.VolatilityFloor;
import io.podflow.domain.metrics.Dispersion;
import io.podflow.domain.metrics.ReturnMetrics;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The daily returns of the pods that a method can judge: those of active pods of which more than
 * half of the window is there, with 0 for a day that is missing (docs/decisions.md, "Capital
 * between pods"), and which have enough returns and variance in them (decision EV2).
 *
 * <p>The window starts with the first day of any active pod (decision FP14), so that neither a
 * retired pod nor a long look-back makes the others' history look thin.
 *
 * @param pods configured positions of the pods in the table
 * @param returns by position in {@code pods}, then by day, oldest first
 * @param days rows of the window
 * @param deviations standard deviation of the daily returns by position in {@code pods}; NaN where
 *     undefined
 * @param floors least standard deviation by position in {@code pods}, of {@link VolatilityFloor}
 * @param unknown configured positions of active pods without an estimate, for which the mean of the
 *     others stands
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not kept
public record ReturnTable(
    int[] pods, double[][] returns, int days, double[] deviations, double[] floors, int[] unknown) {

  /** The table over at most {@code lookback} days; days by pod, NaN where missing. */
  public static ReturnTable of(
      List<PodCapital> pods, double[][] dailyReturns, int lookback, VolatilityFloor floor) {
    int end = dailyReturns.length == 0 ? 0 : dailyReturns[0].length;
    int from = Math.max(firstDay(pods, dailyReturns, end), end - lookback);
    double[] known = new double[pods.size()];
    boolean[] there = new boolean[pods.size()];
    for (int pod = 0; pod < known.length; pod++) {
      boolean active = pods.get(pod).isActive();
      known[pod] = active ? Dispersion.of(present(dailyReturns[pod], from, end)) : Double.NaN;
      there[pod] = active && mostlyThere(dailyReturns[pod], from, end);
    }
    int[] kept =
        positions(pods, pod -> there[pod] && (floor.isOff() || Dispersion.isSome(known[pod])));
    int[] unknown =
        positions(
            pods,
            pod ->
                !floor.isOff()
                    && (Double.isNaN(known[pod]) || (there[pod] && Dispersion.isNone(known[pod]))));
    double[][] returns = new double[kept.length][];
    Arrays.setAll(returns, i -> withoutGaps(dailyReturns[kept[i]], from, end));
    double[] floors = floor.of(known);
    return new ReturnTable(
        kept,
        returns,
        Math.max(0, end - from),
        floor.isOff() ? deviations(returns) : picked(known, kept),
        picked(floors, kept),
        unknown);
  }

  /**
   * Weights of all pods from those of the pods in the table: a pod without an estimate gets their
   * mean, and the sum stays what it was.
   */
  double[] spread(double[] shares, int podCount) {
    double[] weights = new double[podCount];
    double scale = (double) pods.length / (pods.length + unknown.length);
    double sum = 0;
    for (int i = 0; i < pods.length; i++) {
      weights[pods[i]] = shares[i] * scale;
      sum += shares[i];
    }
    for (int pod : unknown) {
      weights[pod] = sum / pods.length * scale;
    }
    return weights;
  }

  private static int[] positions(List<PodCapital> pods, IntPredicate wanted) {
    return IntStream.range(0, pods.size())
        .filter(pod -> pods.get(pod).isActive() && wanted.test(pod))
        .toArray();
  }

  private static int firstDay(List<PodCapital> pods, double[][] dailyReturns, int end) {
    for (int day = 0; day < end; day++) {
      for (int pod = 0; pod < pods.size(); pod++) {
        if (pods.get(pod).isActive() && !Double.isNaN(dailyReturns[pod][day])) {
          return day;
        }
      }
    }
    return end;
  }

  private static boolean mostlyThere(double[] returns, int from, int end) {
    int missing = end - from - present(returns, from, end).length;
    return from == end || 2 * missing < end - from;
  }

  private static double[] present(double[] returns, int from, int end) {
    return IntStream.range(from, end)
        .mapToDouble(day -> returns[day])
        .filter(value -> !Double.isNaN(value))
        .toArray();
  }

  private static double[] withoutGaps(double[] returns, int from, int end) {
    double[] filled = Arrays.copyOfRange(returns, from, end);
    for (int day = 0; day < filled.length; day++) {
      if (Double.isNaN(filled[day])) {
        filled[day] = 0;
      }
    }
    return filled;
  }

  private static double[] deviations(double[][] series) {
    return Arrays.stream(series)
        .mapToDouble(
            values -> values.length < 2 ? Double.NaN : ReturnMetrics.standardDeviation(values))
        .toArray();
  }

  private static double[] picked(double[] values, int[] which) {
    return Arrays.stream(which).mapToDouble(i -> values[i]).toArray();
  }
}
