package io.podflow.domain.capital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.allocation.ReturnSamples;
import io.podflow.domain.settings.CapitalMethod;
import io.podflow.domain.settings.CashBufferSettings;
import io.podflow.domain.settings.Covariance;
import io.podflow.domain.settings.DrawdownDeriskSettings;
import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.settings.RollingSharpeSettings;
import io.podflow.domain.settings.VolatilityTargetSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Laws of whole rebalances, whatever method, estimator, pull and overlays are configured. */
@Tag("L1")
@Tag("G2")
class CapitalOverlayProperties {

  private static final double ROUNDING = 1e-12;
  private static final List<LifecycleState> STATES = List.of(LifecycleState.values());

  private static CapitalInputs inputs(Random random, int count) {
    double scale = Math.pow(10, 3 * random.nextDouble());
    double[][] returns = ReturnSamples.series(random, count, 1 + random.nextInt(120), 0.5, 20);
    List<PodCapital> pods = new ArrayList<>();
    double[] shares = random.doubles(count, 0, 1.0 / count).toArray();
    for (int i = 0; i < count; i++) {
      double[] series = returns[i];
      Arrays.setAll(series, day -> scale * series[day]);
      if (random.nextInt(4) == 0) {
        Arrays.fill(series, 0, random.nextInt(series.length + 1), Double.NaN);
      }
      double min = 0.05 * random.nextDouble();
      double initial = min + 0.1 * random.nextDouble();
      double max = initial + 0.5 * random.nextDouble();
      LifecycleState state = STATES.get(random.nextInt(STATES.size()));
      pods.add(
          new PodCapital(initial, min, max, state, random.nextInt(300), 0.3 * random.nextDouble()));
    }
    double adx = random.nextInt(4) == 0 ? Double.NaN : 50 * random.nextDouble();
    return new CapitalInputs(pods, returns, shares, adx);
  }

  private static CapitalSettings plain(CapitalMethod method) {
    return CapitalSettings.of(method)
        .with("rollingSharpe", new RollingSharpeSettings(5 + method.name().length(), 0.05));
  }

  private static CapitalSettings everything(Random random, CapitalMethod method) {
    double cap = 0.2 + 3 * random.nextDouble();
    return plain(method)
        .with("covariance", random.nextBoolean() ? Covariance.SAMPLE : Covariance.LEDOIT_WOLF)
        .with("weightShrinkage", random.nextDouble())
        .with("drawdownDerisk", new DrawdownDeriskSettings(0.1, 0.2))
        .with(
            "volatilityTarget",
            new VolatilityTargetSettings(0.15, 5 + random.nextInt(90), 0.1, cap))
        .with("cashBuffer", new CashBufferSettings(14, 25, 20, 0.4));
  }

  @Property(tries = 500)
  void whatIsWantedIsASharingThatEveryStateAllows(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 10) int count,
      @ForAll CapitalMethod method) {
    Random random = new Random(seed);
    CapitalInputs inputs = inputs(random, count);
    CapitalSettings settings = everything(random, method).with("turnoverConstraint", null);
    double[] fractions =
        new CapitalRebalance(settings.with("minRebalanceTurnover", 0.0).build())
            .rebalance(inputs)
            .fractions();
    assertThat(Arrays.stream(fractions).sum()).isLessThanOrEqualTo(1 + ROUNDING);
    for (int i = 0; i < count; i++) {
      PodCapital pod = inputs.pods().get(i);
      double most =
          switch (pod.state()) {
            case INCUBATION -> pod.initialFraction();
            case PRODUCTION, WARNING -> pod.maxFraction();
            case PROBATION -> pod.minFraction();
            case RETIRED -> 0;
          };
      assertThat(fractions[i]).isBetween(0.0, most);
      if (pod.currentDrawdown() >= 0.2) {
        assertThat(fractions[i]).isZero();
      }
    }
  }

  @Property(tries = 300)
  void theTurnoverLimitsHoldOverAnyOverlay(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 10) int count,
      @ForAll CapitalMethod method) {
    Random random = new Random(seed);
    CapitalInputs inputs = inputs(random, count);
    double[] fractions =
        new CapitalRebalance(everything(random, method).build()).rebalance(inputs).fractions();
    assertThat(Arrays.stream(fractions).sum()).isLessThanOrEqualTo(1 + ROUNDING);
    double turnover = 0;
    for (int i = 0; i < count; i++) {
      double move = Math.abs(fractions[i] - inputs.shares()[i]);
      if (inputs.pods().get(i).isActive()) {
        assertThat(move).isLessThanOrEqualTo(0.1 + ROUNDING);
        turnover += move;
      } else {
        assertThat(fractions[i]).isZero();
      }
    }
    assertThat(turnover).isLessThanOrEqualTo(0.3 + ROUNDING);
  }

  @Property(tries = 200)
  void overlaysThatSeeNothingChangeNoBit(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 10) int count,
      @ForAll CapitalMethod method) {
    CapitalInputs inputs = inputs(new Random(seed), count);
    CapitalInputs calm =
        new CapitalInputs(inputs.pods(), inputs.dailyReturns(), inputs.shares(), 99);
    CapitalSettings asleep =
        plain(method)
            .with("drawdownDerisk", new DrawdownDeriskSettings(0.8, 0.9))
            .with("volatilityTarget", new VolatilityTargetSettings(0.15, 60, 1, 1))
            .with("cashBuffer", new CashBufferSettings(14, 25, 20, 0.4));
    assertThat(new CapitalRebalance(asleep.build()).rebalance(calm).fractions())
        .containsExactly(
            new CapitalRebalance(plain(method).build()).rebalance(inputs).fractions(),
            within(1e-15));
  }

  @Property(tries = 300)
  void orderDoesNotCount(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 10) int count,
      @ForAll CapitalMethod method,
      @ForAll @DoubleRange(min = 0, max = 1) double shrinkage) {
    Random random = new Random(seed);
    CapitalInputs inputs = inputs(random, count);
    CapitalRebalance rebalance =
        new CapitalRebalance(everything(random, method).with("weightShrinkage", shrinkage).build());
    int[] reversed = new int[count];
    Arrays.setAll(reversed, i -> count - 1 - i);
    CapitalInputs turned =
        new CapitalInputs(
            Arrays.stream(reversed).mapToObj(inputs.pods()::get).toList(),
            Arrays.stream(reversed)
                .mapToObj(i -> inputs.dailyReturns()[i])
                .toArray(double[][]::new),
            ReturnSamples.reordered(inputs.shares(), reversed),
            inputs.meanAdx());
    assertThat(rebalance.rebalance(turned).fractions())
        .containsExactly(
            ReturnSamples.reordered(rebalance.rebalance(inputs).fractions(), reversed),
            within(1e-9));
  }
}
