package io.podflow.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.allocation.SampleCovariance;
import io.podflow.domain.allocation.VolatilityFloor;
import io.podflow.domain.capital.PodCapital;
import io.podflow.domain.settings.LifecycleState;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("L7")
class PodRiskTest {

  private static final double NONE = Double.NaN;

  private static double[] noise(long seed, int days, double size) {
    Random random = new Random(seed);
    return IntStream.range(0, days).mapToDouble(day -> size * random.nextGaussian()).toArray();
  }

  private static PodRisk risk(double[]... returns) {
    return risk(LifecycleState.PRODUCTION, returns);
  }

  private static PodRisk risk(LifecycleState last, double[]... returns) {
    PodCapital active = new PodCapital(0.5, 0, 1, LifecycleState.PRODUCTION, 30, 0);
    PodCapital[] pods = new PodCapital[returns.length];
    Arrays.fill(pods, active);
    pods[pods.length - 1] = new PodCapital(0.5, 0, 1, last, 30, 0);
    double[] weights = new double[pods.length];
    Arrays.fill(weights, 0.5);
    return PodRisk.of(
        List.of(pods), weights, returns, 90, VolatilityFloor.OFF, SampleCovariance::of);
  }

  @Test
  void sharesAreOfTheRiskOfThePodsTogether() {
    double[] small = noise(1, 40, 0.01);
    double[] large = noise(2, 40, 0.03);
    PodRisk risk = risk(small, large);
    double[] expected =
        RiskContributions.ofReturns(new double[] {0.5, 0.5}, new double[][] {small, large})
            .shares();
    assertThat(risk.shares()).containsExactly(expected, within(0.0));
    assertThat(risk.shares()[1]).isGreaterThan(0.8);
    assertThat(risk.correlation()).isEqualTo(CorrelationStress.of(new double[][] {small, large}));
  }

  @Test
  void aPodThatIsRetiredOrNewIsNotJudged() {
    double[] young = new double[40];
    Arrays.fill(young, NONE);
    young[39] = 0.5;
    assertThat(risk(noise(1, 40, 0.01), noise(2, 40, 0.01), young).shares()[2]).isNaN();
    PodRisk retired =
        risk(LifecycleState.RETIRED, noise(1, 40, 0.01), noise(2, 40, 0.01), noise(3, 40, 1));
    assertThat(retired.shares()[2]).isNaN();
    assertThat(retired.shares()[0] + retired.shares()[1]).isCloseTo(1, within(1e-12));
  }

  @Test
  void aPodThatMovesAloneHasNoShare() {
    double[] constant = new double[40];
    assertThat(risk(noise(1, 40, 0.01), constant).shares()).containsExactly(NONE, NONE);
    assertThat(risk(noise(1, 40, 0.01)).shares()).containsExactly(NONE);
    assertThat(risk(noise(1, 40, 0.01), noise(2, 40, 1e-6)).shares()).containsExactly(NONE, NONE);
  }

  @Test
  void twoDaysSayNothing() {
    PodRisk risk = risk(noise(1, 2, 0.01), noise(2, 2, 0.01));
    assertThat(risk.shares()).containsExactly(NONE, NONE);
    assertThat(risk.correlation()).isNaN();
    assertThat(risk(new double[0], new double[0]).correlation()).isNaN();
  }

  @Test
  void threeDaysSaySomethingOfShares() {
    double[] a = noise(1, 3, 0.01);
    double[] b = noise(2, 3, 0.01);
    double[] weights = {0.5, 0.5};
    double[] expected =
        RiskContributions.of(weights, SampleCovariance.of(new double[][] {a, b})).shares();
    assertThat(risk(a, b).shares()).containsExactly(expected, within(0.0));
    assertThat(RiskContributions.ofReturns(weights, new double[][] {a, b}).shares())
        .containsExactly(expected, within(0.0));
  }

  @Test
  void aRetiredPodPutsNoStressOnTheOthers() {
    double[] a = noise(1, 40, 0.01);
    double[] b = noise(2, 40, 0.01);
    assertThat(risk(LifecycleState.RETIRED, a, b, a.clone()).correlation())
        .isEqualTo(CorrelationStress.of(new double[][] {a, b}));
  }

  @Test
  void closesAreComparedOverTheDaysThatAllCover() {
    DayCloses closes = new DayCloses(3, 35);
    double[] a = noise(1, 60, 1);
    double[] b = noise(2, 60, 1);
    for (int day = 0; day < 60; day++) {
      closes.add(
          new double[] {100 + a[day], 100 + b[day], 100 + a[day] + 0.1 * b[day]},
          new boolean[] {true, day != 20, day > 54});
    }
    assertThat(closes.bySymbol[0]).hasSize(35);
    assertThat(closes.bySymbol[1]).hasSize(35);
    assertThat(closes.bySymbol[2]).hasSize(5);
    double withoutTheShort =
        CorrelationStress.ofCloses(new double[][] {closes.bySymbol[0], closes.bySymbol[1]});
    assertThat(CorrelationStress.ofCloses(closes.bySymbol)).isEqualTo(withoutTheShort);
  }

  @Test
  void aSymbolThatWasGoneStartsOver() {
    DayCloses closes = new DayCloses(1, 5);
    closes.add(new double[] {1}, new boolean[] {true});
    closes.add(new double[] {1}, new boolean[] {false});
    closes.add(new double[] {2}, new boolean[] {true});
    assertThat(closes.bySymbol[0]).containsExactly(2);
  }
}
