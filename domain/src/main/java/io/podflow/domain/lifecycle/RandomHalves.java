package io.podflow.domain.lifecycle;

import java.util.Arrays;
import java.util.Random;

/**
 * The halves of a path that {@link RobustLine} tries. They are random in the sense that nobody has
 * chosen them, and the same for every path of one length: so a path has one line, and the halves of
 * a full window, which is what a pod has for the rest of its life, need drawing once.
 *
 * <p>They are kept place by place, and all lines are summed up together: this runs every day for
 * every pod, and so the inner loop is one that a compiler turns into vector instructions.
 */
final class RandomHalves {

  static final int COUNT = 50;

  private static final long SEED = 42;
  private static final RandomHalves OF_A_FULL_WINDOW = new RandomHalves(AlphaDecay.WINDOW);

  /** By place and half: 1 where the half has the place, otherwise 0. */
  private final double[][] has;

  /** By half: sums of its places, and of their squares, from the middle of the path. */
  private final double[] x = new double[COUNT];

  private final double[] xx = new double[COUNT];

  private RandomHalves(int n) {
    has = new double[n][COUNT];
    Random random = new Random(SEED);
    int[] order = new int[n];
    Arrays.setAll(order, i -> i);
    for (int half = 0; half < COUNT; half++) {
      shuffle(order, random);
      for (int i = 0; i < sizeOfHalf(n); i++) {
        add(order[i], half);
      }
    }
  }

  /** Halves of 0, 1, …, {@code n − 1}, rounded up. */
  static RandomHalves of(int n) {
    return n == AlphaDecay.WINDOW ? OF_A_FULL_WINDOW : new RandomHalves(n);
  }

  /** Whether {@code half} has {@code place}. */
  boolean has(int half, int place) {
    return has[place][half] > 0;
  }

  /** The line of least squares through each half of {@code path}. */
  RobustLine[] lines(double[] path, double near) {
    double middle = RobustLine.middle(path.length);
    double[] y = new double[COUNT];
    double[] xy = new double[COUNT];
    for (int place = 0; place < path.length; place++) {
      add(has[place], path[place], y);
      add(has[place], path[place] * (place - middle), xy);
    }
    RobustLine[] lines = new RobustLine[COUNT];
    int size = sizeOfHalf(path.length);
    Arrays.setAll(lines, h -> RobustLine.ofSums(size, x[h], y[h], xx[h], xy[h], near).from(middle));
    return lines;
  }

  private static void add(double[] shares, double value, double[] sums) {
    for (int half = 0; half < COUNT; half++) {
      sums[half] += shares[half] * value;
    }
  }

  private void add(int place, int half) {
    double fromMiddle = place - RobustLine.middle(has.length);
    has[place][half] = 1;
    x[half] += fromMiddle;
    xx[half] += fromMiddle * fromMiddle;
  }

  private static int sizeOfHalf(int n) {
    return (n + 1) / 2;
  }

  /** Brings a random half to the front, each with the same probability. */
  private static void shuffle(int[] order, Random random) {
    for (int i = 0; i < sizeOfHalf(order.length); i++) {
      int j = i + random.nextInt(order.length - i);
      int moved = order[i];
      order[i] = order[j];
      order[j] = moved;
    }
  }
}
