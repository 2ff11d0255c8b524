package io.podflow.simulation;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/** Whose turn it is among processes that share nothing but topics. */
final class Turns {

  private static final int LONGEST_STALL = 400;

  private final List<Actor> actors;
  private final int weights;

  /** Somebody who can do one thing at a time. */
  static final class Actor {

    private final int weight;
    private final BooleanSupplier move;
    private int stalled;

    /**
     * @param weight how often it has its turn, against that of the others
     * @param move false when there was nothing to do
     */
    Actor(int weight, BooleanSupplier move) {
      this.weight = weight;
      this.move = move;
    }
  }

  Turns(List<Actor> actors) {
    this.actors = List.copyOf(actors);
    this.weights = actors.stream().mapToInt(actor -> actor.weight).sum();
  }

  /** Somebody moves who is drawn, or the next who can. */
  boolean next(SplittableRandom random) {
    return from(drawn(random));
  }

  /** The first who can. */
  boolean first() {
    return from(0);
  }

  /** Whether somebody has moved, or will when it no longer stands still. */
  private boolean from(int first) {
    boolean waits = false;
    for (int i = 0; i < actors.size(); i++) {
      Actor actor = actors.get((first + i) % actors.size());
      if (actor.stalled > 0) {
        actor.stalled--;
        waits = true;
      } else if (actor.move.getAsBoolean()) {
        return true;
      }
    }
    return waits;
  }

  private int drawn(SplittableRandom random) {
    int left = random.nextInt(weights);
    int actor = 0;
    while (left >= actors.get(actor).weight) {
      left -= actors.get(actor).weight;
      actor++;
    }
    return actor;
  }

  /**
   * Somebody stands still for a while.
   *
   * @return who
   */
  int stall(SplittableRandom random) {
    int who = random.nextInt(actors.size());
    actors.get(who).stalled = random.nextInt(LONGEST_STALL);
    return who;
  }
}
