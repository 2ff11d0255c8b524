package io.podflow.domain.capital;

import java.util.Arrays;
import java.util.List;

/**
 * The daily returns of the pods that a method can judge: those of active pods of which more than
 * half of the window is there, with 0 for a day that is missing (orchestration.md §4).
 *
 * <p>The window starts with the first day of any active pod (decision FP14), so that neither a
 * retired pod nor a long look-back makes the others' history look thin.
 *
 * @param pods configured positions of the pods in the table
 * @param returns by position in {@code pods}, then by day, oldest first
 * @param days rows of the window
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not kept
public record ReturnTable(int[] pods, double[][] returns, int days) {

  /** The table over at most {@code lookback} days; days by pod, NaN where missing. */
  public static ReturnTable of(List<PodCapital> pods, double[][] dailyReturns, int lookback) {
    int end = dailyReturns.length == 0 ? 0 : dailyReturns[0].length;
    int from = Math.max(firstDay(pods, dailyReturns, end), end - lookback);
    int[] kept = new int[pods.size()];
    double[][] returns = new double[pods.size()][];
    int count = 0;
    for (int pod = 0; pod < pods.size(); pod++) {
      if (pods.get(pod).isActive() && mostlyThere(dailyReturns[pod], from, end)) {
        kept[count] = pod;
        returns[count] = withoutGaps(dailyReturns[pod], from, end);
        count++;
      }
    }
    return new ReturnTable(
        Arrays.copyOf(kept, count), Arrays.copyOf(returns, count), Math.max(0, end - from));
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
    int missing = 0;
    for (int day = from; day < end; day++) {
      if (Double.isNaN(returns[day])) {
        missing++;
      }
    }
    return from == end || 2 * missing < end - from;
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
}
