package io.podflow.domain.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds jumps that no market makes, in symbols that share the closes of one timeframe (decision
 * DA4): a symbol goes beyond a factor of five between two closes in a row while the others hardly
 * move, and stays there. It is found at the third bar after, and is something to look at: nothing
 * is decided by it.
 */
public final class Jumps {

  /** What such a jump is called wherever it is told. */
  public static final String NAME = "implausible jump (split, redenomination, rename?)";

  private static final double LARGEST_RATIO = 5;
  private static final double SMALLEST_RATIO = 1 / LARGEST_RATIO;
  private static final double CALM = 1.5;

  private Jumps() {}

  /**
   * One jump.
   *
   * @param position of the symbol
   * @param time close of the bar that jumped, epoch milliseconds UTC
   * @param before the close before, quote currency
   * @param after the close after
   */
  public record Jump(int position, long time, double before, double after) {}

  /** Watches of symbols that have no bar yet. */
  public static JumpWatch[] watches(int symbols) {
    JumpWatch[] watches = new JumpWatch[symbols];
    Arrays.setAll(watches, i -> new JumpWatch());
    return watches;
  }

  /**
   * Takes in one close of all symbols. To be called at every close of the timeframe, with bars or
   * without.
   *
   * @param watches one for each symbol
   * @param time of the close, epoch milliseconds UTC
   * @param present whether the symbol has a bar at it
   * @param closes last prices, where present
   * @return the jumps that are certain since this close, by position
   */
  public static List<Jump> atClose(
      JumpWatch[] watches, long time, boolean[] present, double[] closes) {
    boolean[] jumped = jumped(watches, present, closes);
    List<Jump> jumps = new ArrayList<>();
    for (int i = 0; i < watches.length; i++) {
      JumpWatch watch = watches[i];
      if (!present[i]) {
        watch.fresh = false;
        continue;
      }
      watch.add(time, closes[i], jumped[i]);
      int at = watch.confirmed();
      if (at >= 0) {
        jumps.add(new Jump(i, watch.times[at], watch.closes[at - 1], watch.closes[at]));
      }
    }
    return jumps;
  }

  private static boolean[] jumped(JumpWatch[] watches, boolean[] present, double[] closes) {
    boolean[] jumped = new boolean[watches.length];
    for (int i = 0; i < watches.length; i++) {
      double ratio = present[i] ? closes[i] / watches[i].before() : Double.NaN;
      jumped[i] =
          (ratio > LARGEST_RATIO || ratio < SMALLEST_RATIO)
              && othersAreCalm(watches, present, closes, i);
    }
    return jumped;
  }

  private static boolean othersAreCalm(
      JumpWatch[] watches, boolean[] present, double[] closes, int symbol) {
    double[] moves = new double[watches.length];
    int count = 0;
    for (int i = 0; i < watches.length; i++) {
      double before = watches[i].before();
      if (i != symbol && present[i] && !Double.isNaN(before)) {
        moves[count++] = factor(closes[i], before);
      }
    }
    return count == 0 || median(Arrays.copyOf(moves, count)) < CALM;
  }

  /** How far two prices are apart, at least 1. */
  static double factor(double a, double b) {
    return Math.max(a / b, b / a);
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int half = values.length / 2;
    return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  }
}
