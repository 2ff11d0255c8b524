package io.podflow.domain.market;

import java.util.Arrays;

/**
 * The last closes of one symbol, as many as it takes to tell a split, a new denomination or another
 * coin under the same name from a market that moves (decision DA4).
 *
 * <p>Mutable and with public fields because it is kept in keyed state as it stands; only {@link
 * Jumps} changes it.
 */
public final class JumpWatch {

  /** Bars that must follow a jump before it is told, and that are looked at before it. */
  static final int BARS_AROUND = 3;

  private static final int KEPT = 2 * BARS_AROUND + 2;
  private static final double SAME_LEVEL = 1.5;

  /** The closes of the last bars, quote currency, the newest last. */
  public double[] closes = {};

  /** The close times of the same bars, epoch milliseconds UTC. */
  public long[] times = {};

  /** Whether each of these bars jumped while the other symbols did not. */
  public boolean[] jumped = {};

  /** Whether there was a bar at the last close that was looked at. */
  public boolean fresh;

  /** The close before, NaN where the symbol had no bar at it. */
  double before() {
    return fresh ? closes[closes.length - 1] : Double.NaN;
  }

  void add(long time, double close, boolean jump) {
    int kept = Math.min(closes.length, KEPT - 1);
    int from = closes.length - kept;
    closes = Arrays.copyOf(Arrays.copyOfRange(closes, from, closes.length), kept + 1);
    times = Arrays.copyOf(Arrays.copyOfRange(times, from, times.length), kept + 1);
    jumped = Arrays.copyOf(Arrays.copyOfRange(jumped, from, jumped.length), kept + 1);
    closes[kept] = close;
    times[kept] = time;
    jumped[kept] = jump;
    fresh = true;
  }

  /** The place of a jump whose third following bar is the newest one; -1 when there is none. */
  int confirmed() {
    int at = closes.length - 1 - BARS_AROUND;
    return at > 0 && jumped[at] && !isThereAfter(at) && !wasThereBefore(at) ? at : -1;
  }

  /** Whether the price returned to where it was: then it was a spike. */
  private boolean isThereAfter(int at) {
    for (int i = at + 1; i <= at + BARS_AROUND; i++) {
      if (isNear(closes[i], closes[at - 1])) {
        return true;
      }
    }
    return false;
  }

  /** Whether the price came back to where it had been: then the spike was before. */
  private boolean wasThereBefore(int at) {
    for (int i = Math.max(0, at - 1 - BARS_AROUND); i < at - 1; i++) {
      if (isNear(closes[i], closes[at])) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNear(double a, double b) {
    return Jumps.factor(a, b) <= SAME_LEVEL;
  }
}
