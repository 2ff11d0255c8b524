package io.podflow.chaos.plan;

import io.podflow.chaos.fault.FaultKind;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The moments of a run. The same seed, faults and closes make the same plan, on any machine.
 *
 * @param moments in the order of time
 */
public record Plan(List<Moment> moments) {

  /** Closes from one moment to the next, at least and less than. */
  static final int LEAST_GAP = 12;

  static final int GAP_BELOW = 22;

  /**
   * Longest wait from the first order of a close to the strike: a close and a half at full pace.
   */
  private static final int LONGEST_DELAY_MILLIS = 200;

  /** With none, orders stay open, as fills need the next bar; with some, fills are made. */
  private static final int FURTHEST_AHEAD = 2;

  /** Longest wait between the strikes of a pair: the second meets the recovery from the first. */
  private static final int LONGEST_APART_MILLIS = 4_000;

  public Plan {
    moments = List.copyOf(moments);
  }

  /**
   * @param faults one entry for each fault or pair
   * @param times how many moments of each entry
   * @param closes all that are traded, in order, epoch milliseconds UTC
   * @param withOrders those at which an order is sent, in order
   * @throws IllegalArgumentException if there are too few closes with orders
   */
  public static Plan of(
      long seed,
      List<List<FaultKind>> faults,
      int times,
      List<Long> closes,
      List<Long> withOrders) {
    SplittableRandom random = new SplittableRandom(seed);
    List<List<FaultKind>> order = shuffled(faults, times, random);
    List<Moment> moments = new ArrayList<>();
    int at = 0;
    for (List<FaultKind> entry : order) {
      at += random.nextInt(LEAST_GAP, GAP_BELOW);
      long earliest = at < closes.size() ? closes.get(at) : Long.MAX_VALUE;
      long close =
          withOrders.stream()
              .filter(time -> time >= earliest)
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException(tooFew(order.size(), closes.size())));
      at = closes.indexOf(close);
      int ahead = random.nextInt(FURTHEST_AHEAD + 1);
      int delay = random.nextInt(LONGEST_DELAY_MILLIS);
      moments.add(new Moment(moments.size() + 1, close, ahead, delay, strikes(entry, random)));
    }
    return new Plan(moments);
  }

  /** Closes that are enough for so many moments, with orders at every other close or so. */
  public static int closesFor(int moments) {
    return (GAP_BELOW + 4) * (moments + 1);
  }

  /** Every fault comes again before any comes for a third time, so that they meet each other. */
  private static List<List<FaultKind>> shuffled(
      List<List<FaultKind>> faults, int times, SplittableRandom random) {
    List<List<FaultKind>> all = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      List<List<FaultKind>> round = new ArrayList<>(faults);
      while (!round.isEmpty()) {
        all.add(round.remove(random.nextInt(round.size())));
      }
    }
    return all;
  }

  private static List<Strike> strikes(List<FaultKind> entry, SplittableRandom random) {
    List<Strike> strikes = new ArrayList<>();
    for (FaultKind fault : entry) {
      long after = strikes.isEmpty() ? 0 : random.nextInt(LONGEST_APART_MILLIS);
      strikes.add(new Strike(fault, after, random.nextLong()));
    }
    return strikes;
  }

  private static String tooFew(int moments, int closes) {
    return "%d closes are not enough for %d moments with orders in flight"
        .formatted(closes, moments);
  }
}
