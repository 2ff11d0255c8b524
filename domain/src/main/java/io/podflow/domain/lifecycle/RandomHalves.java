package io.podflow.domain.lifecycle;

import java.util.Arrays;
import java.util.Random;

/**
 * The halves of a path that {@link RobustLine} tries. They are random in the sense that nobody has
 * chosen them, and the same for every path of one length: so a path has one line, and the halves of
 * a full window, which is what a pod has for the rest of its life, need drawing once.
 */
final class RandomHalves {

  static final int COUNT = 50;

  private static final long SEED = 42;
  private static final int[][] OF_A_FULL_WINDOW = draw(AlphaDecay.WINDOW);

  private RandomHalves() {}

  /** Places of 0, 1, …, {@code n − 1}, rounded up to a half; to be read only. */
  static int[][] of(int n) {
    return n == AlphaDecay.WINDOW ? OF_A_FULL_WINDOW : draw(n);
  }

  private static int[][] draw(int n) {
    Random random = new Random(SEED);
    int[] order = new int[n];
    Arrays.setAll(order, i -> i);
    int[][] halves = new int[COUNT][];
    for (int trial = 0; trial < COUNT; trial++) {
      halves[trial] = shuffleHalf(order, random);
    }
    return halves;
  }

  /** Brings a random half to the front, each with the same probability. */
  private static int[] shuffleHalf(int[] order, Random random) {
    int half = (order.length + 1) / 2;
    for (int i = 0; i < half; i++) {
      int j = i + random.nextInt(order.length - i);
      int moved = order[i];
      order[i] = order[j];
      order[j] = moved;
    }
    return Arrays.copyOf(order, half);
  }
}
