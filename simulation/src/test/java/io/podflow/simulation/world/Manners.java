package io.podflow.simulation.world;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * How an exchange side treats orders. Chances are per order and close, but for {@code disconnects}.
 *
 * @param made who fills
 * @param partial chance of a fill to be a part only
 * @param rejects chance of an order to be rejected
 * @param waits chance of an order to see no fill at a close
 * @param stubborn chance of a cancel to come too late
 * @param disconnects chance of a close to begin a stretch of silence
 * @param silentCloses length of that stretch
 * @param late chance of a report to be sent behind the heartbeat that should have followed it
 * @param ticks chance of a close or tick to be followed by a snapshot before the next close
 * @param snapshotEvery least time between two snapshots of positions
 */
record Manners(
    Made made,
    double partial,
    double rejects,
    double waits,
    double stubborn,
    double disconnects,
    int silentCloses,
    double late,
    double ticks,
    Duration snapshotEvery) {

  /** Which exchange side it is. */
  enum Made {
    /** The one that podflow has, and which does what a backtest does. */
    FAITHFUL,
    /** The one that podflow has, with its faults. */
    PAPER,
    /** One that keeps orders open over closes, fills in several parts and may refuse a cancel. */
    ROUGH
  }

  static Manners random(SplittableRandom random) {
    Made made = pick(random, Made.FAITHFUL, Made.PAPER, Made.ROUGH, Made.ROUGH);
    Duration every = Duration.ofHours(pick(random, 1, 3, 5, 12, 24, 24, 72));
    if (made == Made.FAITHFUL) {
      return new Manners(made, 0, 0, 0, 0, 0, 1, 0, 0, every);
    }
    return new Manners(
        made,
        pick(random, 0.0, 0.3, 0.3, 0.6),
        pick(random, 0.0, 0.1, 0.3),
        pick(random, 0.0, 0.2),
        pick(random, 0.0, 0.5),
        pick(random, 0.0, 0.0, 0.05, 0.1),
        1 + random.nextInt(5),
        pick(random, 0.0, 0.0, 0.1),
        pick(random, 0.0, 0.3, 0.8),
        every);
  }

  @SafeVarargs
  private static <T> T pick(SplittableRandom random, T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
