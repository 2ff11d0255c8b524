package io.podflow.domain.metrics;

/**
 * The falls of an equity series below its highest value so far, which begins with the initial
 * capital (decision FI1). Indexes count the values of the series.
 *
 * @param falls at every value: the part of the highest value so far that is lost, 0 to 1
 * @param deepest the largest of them
 * @param peak value that the deepest fall is measured from; NaN without a fall
 * @param peakAt index of that value; {@link #NOWHERE} when it is the initial capital, or without a
 *     fall
 * @param troughAt index of the lowest value of the deepest fall; {@link #NOWHERE} without a fall
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not kept by others
public record EquityFall(double[] falls, double deepest, double peak, int peakAt, int troughAt) {

  /** No index of the series. */
  public static final int NOWHERE = -1;

  /**
   * Of two falls of one depth the first counts, of two equal peaks the first as well.
   *
   * @param capital before the first value, in the unit of the series
   */
  public static EquityFall of(double capital, double[] equity) {
    double[] falls = new double[equity.length];
    double highest = capital;
    int highestAt = NOWHERE;
    double deepest = 0;
    double peak = Double.NaN;
    int peakAt = NOWHERE;
    int troughAt = NOWHERE;
    for (int i = 0; i < equity.length; i++) {
      if (equity[i] > highest) {
        highest = equity[i];
        highestAt = i;
      }
      falls[i] = of(highest, equity[i]);
      if (falls[i] > deepest) {
        deepest = falls[i];
        peak = highest;
        peakAt = highestAt;
        troughAt = i;
      }
    }
    return new EquityFall(falls, deepest, peak, peakAt, troughAt);
  }

  /** The part of {@code peak}, which is above 0, that is lost at {@code value}; at most all. */
  public static double of(double peak, double value) {
    return Math.min(1, 1 - value / peak);
  }
}
