package io.podflow.simulation;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Which disturbances a run has, how often, and when. Each kind has chances of its own, so that one
 * can be left out and the others stay.
 */
final class Disturbances {

  private static final double OFTEN = 0.01;
  private static final double CHECKPOINTS = 0.004;

  /** One that begins anew all the time never comes to the end. */
  private static final int MOST_RESTARTS = 10;

  private final long seed;
  private final Set<Disturbance> kinds;
  private final Map<Disturbance, SplittableRandom> chances = new EnumMap<>(Disturbance.class);
  private final SplittableRandom schedule;
  private final double rate;
  private final Map<Disturbance, Integer> struck = new EnumMap<>(Disturbance.class);

  private Disturbances(long seed, Set<Disturbance> kinds) {
    SplittableRandom random = new SplittableRandom(~seed);
    this.seed = seed;
    this.kinds = kinds;
    this.schedule = random.split();
    this.rate = 0.1 + random.nextDouble();
    for (Disturbance kind : Disturbance.values()) {
      chances.put(kind, random.split());
    }
  }

  /** Some of all kinds, by the seed. */
  static Disturbances of(long seed) {
    SplittableRandom random = new SplittableRandom(seed * 31 + 7);
    Set<Disturbance> kinds = EnumSet.noneOf(Disturbance.class);
    for (Disturbance kind : Disturbance.values()) {
      if (random.nextInt(3) > 0) {
        kinds.add(kind);
      }
    }
    return new Disturbances(seed, kinds);
  }

  static Disturbances only(long seed, Set<Disturbance> kinds) {
    return new Disturbances(seed, kinds);
  }

  Set<Disturbance> kinds() {
    return Set.copyOf(kinds);
  }

  Disturbances without(Disturbance kind) {
    Set<Disturbance> fewer = EnumSet.noneOf(Disturbance.class);
    fewer.addAll(kinds);
    fewer.remove(kind);
    return new Disturbances(seed, fewer);
  }

  /** What is left to chance about one kind. */
  SplittableRandom random(Disturbance kind) {
    return Objects.requireNonNull(chances.get(kind));
  }

  /** Who moves next, and when checkpoints are made. */
  SplittableRandom schedule() {
    return schedule;
  }

  /** Whether it happens now: at one of many moments, or to one of few things. */
  boolean strikes(Disturbance kind) {
    double chance =
        switch (kind) {
          case CRASH, SAVEPOINT, EXCHANGE_RESTART, FAILED_CHECKPOINT -> 0.1 * OFTEN;
          case STALL, REPEATED_BARS -> 0.3 * OFTEN;
          case CRASH_AFTER_ORDER -> 0.1;
          case REPEATED_REPORT, SHUFFLED_REPORTS, STRAGGLER -> 0.5;
        };
    boolean strikes = random(kind).nextDouble() < chance * rate && kinds.contains(kind);
    if (!strikes || (kind == Disturbance.EXCHANGE_RESTART && struck(kind) == MOST_RESTARTS)) {
      return false;
    }
    struck.merge(kind, 1, Integer::sum);
    return true;
  }

  /** How often it has happened. */
  int struck(Disturbance kind) {
    return struck.getOrDefault(kind, 0);
  }

  boolean checkpointNow() {
    return schedule.nextDouble() < CHECKPOINTS;
  }

  @Override
  public String toString() {
    return new TreeSet<>(kinds).toString();
  }
}
