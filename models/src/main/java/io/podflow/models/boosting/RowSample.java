package io.podflow.models.boosting;

import java.util.Arrays;
import org.hipparchus.random.MersenneTwister;

/**
 * Draws {@code count} rows without replacement for each tree, by selection sampling (Knuth's
 * algorithm S). The generator starts from the same seed for every fit, so a training set has one
 * model; generator and draws are those of the original (docs/strategies.md).
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

  /** One value per row, 1 when the row is drawn, else 0; every call reuses the array. */
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
