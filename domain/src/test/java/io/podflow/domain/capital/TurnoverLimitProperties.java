package io.podflow.domain.capital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.allocation.ReturnSamples;
import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.settings.TurnoverSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

@Tag("A1")
@Tag("A2")
@Tag("A3")
class TurnoverLimitProperties {

  private static final double ROUNDING = 1e-12;
  private static final List<LifecycleState> STATES = List.of(LifecycleState.values());

  /** A portfolio before a rebalance; shares and wishes sum to at most 1, many to exactly 1. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Before(LifecycleState[] states, double[] shares, double[] wanted) {

    static Before random(long seed, int pods) {
      Random random = new Random(seed);
      LifecycleState[] states = new LifecycleState[pods];
      Arrays.setAll(states, i -> STATES.get(random.nextInt(STATES.size())));
      return new Before(states, fractions(random, pods), fractions(random, pods));
    }

    private static double[] fractions(Random random, int pods) {
      double[] parts = random.doubles(pods).map(part -> part * part * part).toArray();
      double whole = random.nextBoolean() ? 1 : random.nextDouble();
      double sum = Arrays.stream(parts).sum();
      return Arrays.stream(parts).map(part -> part / sum * whole).toArray();
    }

    double[] limited(TurnoverSettings settings) {
      return new TurnoverLimit(settings).limit(states, shares, wanted);
    }

    Before reordered(int[] order) {
      LifecycleState[] reordered = new LifecycleState[order.length];
      Arrays.setAll(reordered, i -> states[order[i]]);
      return new Before(
          reordered,
          ReturnSamples.reordered(shares, order),
          ReturnSamples.reordered(wanted, order));
    }
  }

  @Property(tries = 1000)
  void limitsHold(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int pods,
      @ForAll @DoubleRange(min = 0.01, max = 1) double perPod,
      @ForAll @DoubleRange(min = 0.01, max = 2) double total) {
    Before before = Before.random(seed, pods);
    double[] after = before.limited(new TurnoverSettings(perPod, total));
    double turnover = 0;
    for (int i = 0; i < pods; i++) {
      double move = after[i] - before.shares()[i];
      if (before.states()[i] == LifecycleState.RETIRED) {
        assertThat(after[i]).isZero();
      } else {
        assertThat(Math.abs(move)).isLessThanOrEqualTo(perPod + ROUNDING);
        turnover += Math.abs(move);
      }
      assertThat(after[i]).isNotNegative();
    }
    assertThat(turnover).isLessThanOrEqualTo(total + ROUNDING);
    assertThat(Arrays.stream(after).sum()).isLessThanOrEqualTo(1 + ROUNDING);
  }

  @Property(tries = 500)
  void everyMoveIsTowardsTheWishAndNotPastIt(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int pods) {
    Before before = Before.random(seed, pods);
    double[] after = before.limited(new TurnoverSettings(0.1, 0.3));
    for (int i = 0; i < pods; i++) {
      if (before.states()[i].isActive()) {
        double from = before.shares()[i];
        double to = before.wanted()[i];
        assertThat(after[i])
            .isBetween(Math.min(from, to) - ROUNDING, Math.max(from, to) + ROUNDING);
      }
    }
  }

  @Property(tries = 500)
  void aRetiredPodTakesNothingOfTheOthersBudget(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 12) int pods) {
    Before before = Before.random(seed, pods);
    before.states()[0] = LifecycleState.RETIRED;
    int[] others = new int[pods - 1];
    Arrays.setAll(others, i -> i + 1);
    TurnoverSettings settings = new TurnoverSettings(0.1, 0.3);
    assertThat(ReturnSamples.reordered(before.limited(settings), others))
        .containsExactly(before.reordered(others).limited(settings), within(0.0));
  }

  @Property(tries = 500)
  void orderDoesNotCount(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int pods) {
    Before before = Before.random(seed, pods);
    int[] reversed = new int[pods];
    Arrays.setAll(reversed, i -> pods - 1 - i);
    TurnoverSettings settings = new TurnoverSettings(0.1, 0.3);
    assertThat(before.reordered(reversed).limited(settings))
        .containsExactly(
            ReturnSamples.reordered(before.limited(settings), reversed), within(ROUNDING));
  }

  @Property(tries = 200)
  void aWishWithinTheLimitsIsGrantedToTheLastBit(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int pods) {
    Before before = Before.random(seed, pods);
    double[] wanted = Arrays.stream(before.shares()).map(share -> share * 0.9).toArray();
    double[] after =
        new Before(before.states(), before.shares(), wanted)
            .limited(new TurnoverSettings(0.1, 0.3));
    for (int i = 0; i < pods; i++) {
      assertThat(after[i]).isEqualTo(before.states()[i].isActive() ? wanted[i] : 0);
    }
  }
}
