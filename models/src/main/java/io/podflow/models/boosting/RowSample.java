package io.podflow.models.boosting;

import java.util.Arrays;
import org.hipparchus.random.MersenneTwister;

/**
 * Draws so many rows without replacement, again and again, by selection sampling (Knuth's algorithm
 * S). The generator starts from one seed for every fit, so a training set has one model; it is the
 * one of the original, and so are the draws (docs/strategies.md).
 */
final class RowSample {

  private static final int SEED = 42;

  private final MersenneTwister random = new MersenneTwister(SEED);
  private final int[] chosen;
  private final int count;

  RowSample(int rows, int count) {
    this.chosen = new int[rows];
    this.count = count;
    Arrays.fill(chosen, 1);
  }

  /** By row: 1 when it is drawn, else 0; the same array every time. */
  int[] next() {
    if (count < chosen.length) {
      int needed = count;
      for (int i = 0; i < chosen.length; i++) {
        chosen[i] = uniform() * (chosen.length - i) < needed ? 1 : 0;
        needed -= chosen[i];
      }
    }
    skipSeedOfTree();
    return chosen;
  }

  /** A number of 53 random bits in [0, 1), made of two draws of 27 and 26 bits. */
  private double uniform() {
    long high = random.nextInt() >>> 5;
    long low = random.nextInt() >>> 6;
    return ((high << 26) + low) * 0x1.0p-53;
  }

  /** The original draws a number below 2³¹ − 1 for every tree, to shuffle its features with. */
  private void skipSeedOfTree() {
    int drawn;
    do {
      drawn = random.nextInt() & Integer.MAX_VALUE;
    } while (drawn == Integer.MAX_VALUE);
  }
}
