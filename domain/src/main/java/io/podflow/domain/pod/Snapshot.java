package io.podflow.domain.pod;

import io.podflow.domain.asset.AssetUpdate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The updates of one close as columns in the pod's symbol order; NaN or 0 where absent. */
record Snapshot(
    boolean[] present,
    double[] open,
    double[] high,
    double[] low,
    double[] close,
    double[] periodReturn,
    double[] signal,
    String[] signalReason,
    int[] returnCount,
    double[] sharpe,
    double[] cumulativeReturn,
    double[] maxDrawdown,
    double[] adx,
    boolean[] constant,
    boolean[] halted) {

  static Snapshot of(@Nullable AssetUpdate[] updates) {
    int n = updates.length;
    Snapshot columns =
        new Snapshot(
            new boolean[n],
            new double[n],
            new double[n],
            new double[n],
            new double[n],
            new double[n],
            new double[n],
            new String[n],
            new int[n],
            new double[n],
            new double[n],
            new double[n],
            nans(n),
            new boolean[n],
            new boolean[n]);
    for (int i = 0; i < n; i++) {
      AssetUpdate update = updates[i];
      if (update != null) {
        columns.put(i, update);
      }
    }
    return columns;
  }

  private void put(int i, AssetUpdate update) {
    present[i] = true;
    open[i] = update.open();
    high[i] = update.high();
    low[i] = update.low();
    close[i] = update.close();
    periodReturn[i] = update.periodReturn();
    signal[i] = update.signal();
    signalReason[i] = update.signalReason();
    returnCount[i] = update.returnCount();
    sharpe[i] = update.sharpe();
    cumulativeReturn[i] = update.cumulativeReturn();
    maxDrawdown[i] = update.maxDrawdown();
    adx[i] = update.adx();
    constant[i] = update.constant();
    halted[i] = update.isHalted();
  }

  /** The symbols that the selector evaluates: those with a bar, and with variance (EV2). */
  boolean[] judged() {
    boolean[] judged = present.clone();
    for (int i = 0; i < judged.length; i++) {
      judged[i] &= !constant[i];
    }
    return judged;
  }

  /** |signal| of every symbol at this close, 0 where it has no bar (decision PO9). */
  double[] strength() {
    double[] strength = new double[signal.length];
    for (int i = 0; i < strength.length; i++) {
      strength[i] = Math.abs(signal[i]);
    }
    return strength;
  }

  private static double[] nans(int count) {
    double[] values = new double[count];
    Arrays.fill(values, Double.NaN);
    return values;
  }
}
