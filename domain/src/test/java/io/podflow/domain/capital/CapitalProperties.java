package io.podflow.domain.capital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.allocation.ReturnSamples;
import io.podflow.domain.settings.CapitalMethod;
import io.podflow.domain.settings.LifecycleState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** Laws of the capital weights that hold for every method, state and history. */
@Tag("L1")
class CapitalProperties {

  private static final List<LifecycleState> STATES = List.of(LifecycleState.values());

  @SuppressWarnings("ArrayRecordComponent")
  private record Portfolio(List<PodCapital> pods, double[][] returns) {

    static Portfolio random(long seed, int count) {
      Random random = new Random(seed);
      double[][] returns =
          ReturnSamples.series(random, count, 1 + random.nextInt(120), random.nextDouble(), 20);
      List<PodCapital> pods = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        double min = 0.1 * random.nextDouble();
        double initial = min + 0.1 * random.nextDouble();
        double max = initial + 0.5 * random.nextDouble();
        LifecycleState state = STATES.get(random.nextInt(STATES.size()));
        pods.add(new PodCapital(initial, min, max, state, random.nextInt(300) - 50, 0));
        if (random.nextInt(4) == 0) {
          Arrays.fill(returns[i], 0, random.nextInt(returns[i].length + 1), Double.NaN);
        }
      }
      return new Portfolio(pods, returns);
    }

    CapitalWeights weights(CapitalMethod method) {
      return new CapitalAllocator(CapitalSettings.of(method).build()).weights(pods, returns);
    }

    Portfolio reordered(int[] order) {
      return new Portfolio(
          Arrays.stream(order).mapToObj(pods::get).toList(),
          Arrays.stream(order).mapToObj(i -> returns[i]).toArray(double[][]::new));
    }
  }

  @Property(tries = 300)
  void weightsAreASharingOfAtMostOne(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 10) int count,
      @ForAll CapitalMethod method) {
    Portfolio portfolio = Portfolio.random(seed, count);
    CapitalWeights weights = portfolio.weights(method);
    for (double[] shares : new double[][] {weights.method(), weights.lifecycle()}) {
      assertThat(Arrays.stream(shares).sum()).isLessThanOrEqualTo(1 + 1e-12);
      for (int i = 0; i < count; i++) {
        assertThat(shares[i]).isBetween(0.0, 1 + 1e-12);
        if (!portfolio.pods().get(i).isActive()) {
          assertThat(shares[i]).isZero();
        }
      }
    }
  }

  @Property(tries = 300)
  void noPodGetsMoreThanItsStateAllows(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 10) int count,
      @ForAll CapitalMethod method) {
    Portfolio portfolio = Portfolio.random(seed, count);
    double[] shares = portfolio.weights(method).lifecycle();
    for (int i = 0; i < count; i++) {
      PodCapital pod = portfolio.pods().get(i);
      double most =
          switch (pod.state()) {
            case INCUBATION -> pod.initialFraction();
            case PRODUCTION, WARNING -> pod.maxFraction();
            case PROBATION -> pod.minFraction();
            case RETIRED -> 0;
          };
      assertThat(shares[i]).isLessThanOrEqualTo(most);
    }
  }

  @Property(tries = 300)
  void orderDoesNotCount(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 10) int count,
      @ForAll CapitalMethod method) {
    Portfolio portfolio = Portfolio.random(seed, count);
    int[] reversed = new int[count];
    Arrays.setAll(reversed, i -> count - 1 - i);
    assertThat(portfolio.reordered(reversed).weights(method).lifecycle())
        .containsExactly(
            ReturnSamples.reordered(portfolio.weights(method).lifecycle(), reversed), within(1e-9));
  }

  @Property(tries = 300)
  void aRetiredPodChangesNothingForTheOthers(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 10) int count,
      @ForAll CapitalMethod method) {
    Portfolio portfolio = Portfolio.random(seed, count);
    PodCapital first = portfolio.pods().get(0);
    portfolio
        .pods()
        .set(
            0,
            new PodCapital(
                first.initialFraction(),
                first.minFraction(),
                first.maxFraction(),
                LifecycleState.RETIRED,
                first.liveDays(),
                0));
    int[] others = new int[count - 1];
    Arrays.setAll(others, i -> i + 1);
    assertThat(ReturnSamples.reordered(portfolio.weights(method).lifecycle(), others))
        .containsExactly(portfolio.reordered(others).weights(method).lifecycle(), within(0.0));
  }
}
