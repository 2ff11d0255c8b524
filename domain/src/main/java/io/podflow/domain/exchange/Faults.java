package io.podflow.domain.exchange;

import java.util.SplittableRandom;

/**
 * How unreliable the exchange side is. What befalls an order follows from the seed and its id
 * alone, and what befalls a close from the seed and its time: so the same orders meet the same fate
 * however fast they come.
 *
 * @param seed of everything that is left to chance
 * @param partial chance of an order to be filled in part only; its rest expires
 * @param rejects chance of an order to be rejected
 * @param disconnects chance of a close to begin a stretch at which nothing is taken or reported
 * @param disconnectedCloses length of such a stretch, at least 1
 */
public record Faults(
    long seed, double partial, double rejects, double disconnects, int disconnectedCloses) {

  /** Everything works. */
  public static final Faults NONE = new Faults(0, 0, 0, 0, 1);

  /** What is to become of an order: the share of it that is filled; 0 when it is rejected. */
  double share(String orderId) {
    SplittableRandom random = random(orderId.hashCode());
    if (random.nextDouble() < rejects) {
      return 0;
    }
    return random.nextDouble() < partial ? random.nextDouble(0.1, 0.9) : 1;
  }

  /** Whether the connection breaks at a close. */
  boolean breaksAt(long close) {
    return random(close).nextDouble() < disconnects;
  }

  private SplittableRandom random(long what) {
    return new SplittableRandom(seed * 0x9E3779B97F4A7C15L ^ what * 0xC2B2AE3D27D4EB4FL);
  }
}
