package io.podflow.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.settings.Covariance;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

@Tag("EV4")
class VolatilityEstimateProperties {

  private static final double ROUNDING = 1e-9;

  @Property
  void theFactorIsAboveZeroAndAtMostOne(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 6) int symbols,
      @ForAll @DoubleRange(min = 0.01, max = 10) double limit) {
    Sample sample = new Sample(seed, symbols, true);
    VolatilityEstimate estimate = sample.estimate();
    double scale = new VolatilityCap(limit).scale(estimate);
    assertThat(scale).isGreaterThan(0).isLessThanOrEqualTo(1);
    if (scale < 1) {
      assertThat(scale * estimate.value()).isCloseTo(limit, within(ROUNDING * limit));
    }
  }

  @Property
  void theOrderOfSymbolsDoesNotMatter(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int symbols) {
    Sample sample = new Sample(seed, symbols, false);
    Sample turned = sample.reversed();
    assertClose(turned.estimate().value(), sample.estimate().value());
  }

  @Property
  void theEstimateGrowsWithTheTargets(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 6) int symbols,
      @ForAll @DoubleRange(min = 0.01, max = 100) double factor) {
    Sample sample = new Sample(seed, symbols, true);
    double before = sample.estimate().value();
    for (int s = 0; s < symbols; s++) {
      sample.weights[s] *= factor;
    }
    assertClose(sample.estimate().value(), before * factor);
  }

  @Property
  void shortAndLongOfEverythingAreEquallyRisky(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int symbols) {
    Sample sample = new Sample(seed, symbols, true);
    double before = sample.estimate().value();
    for (int s = 0; s < symbols; s++) {
      sample.weights[s] = -sample.weights[s];
    }
    assertClose(sample.estimate().value(), before);
  }

  /** Unless it is the one whose variance is the largest, which is then known no more. */
  @Property
  void theEstimateNeverFallsWhenASymbolBecomesUnknown(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int symbols) {
    Sample sample = new Sample(seed, symbols, false);
    double before = sample.estimate().value();
    int unknown = (sample.wildest() + 1) % symbols;
    sample.stale[unknown] = true;
    assertThat(sample.estimate().value()).isGreaterThanOrEqualTo(before * (1 - ROUNDING));
  }

  @Property
  void whatIsNotKnownNeverLowersTheEstimate(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int symbols) {
    Sample sample = new Sample(seed, symbols, false);
    sample.stale[0] = true;
    double with = sample.estimate().value();
    sample.weights[0] = 0;
    assertThat(with).isGreaterThanOrEqualTo(sample.estimate().value() * (1 - ROUNDING));
  }

  private static void assertClose(double value, double expected) {
    if (Double.isNaN(expected)) {
      assertThat(value).isNaN();
    } else {
      assertThat(value).isCloseTo(expected, within(ROUNDING * (1e-3 + Math.abs(expected))));
    }
  }

  private static final class Sample {

    final double[] weights;
    final double[][] closes;
    final boolean[] stale;

    Sample(long seed, int symbols, boolean holes) {
      Random random = new Random(seed);
      weights = new double[symbols];
      closes = new double[symbols][70];
      stale = new boolean[symbols];
      for (int s = 0; s < symbols; s++) {
        weights[s] = random.nextDouble() * 2 - 1;
        double price = 100;
        double volatility = 0.005 + 0.05 * random.nextDouble();
        for (int d = 0; d < closes[s].length; d++) {
          price *= 1 + volatility * Math.max(-3, Math.min(3, random.nextGaussian()));
          closes[s][d] = holes && random.nextInt(10) == 0 ? Double.NaN : price;
        }
        stale[s] = holes && random.nextInt(5) == 0;
      }
    }

    private Sample(double[] weights, double[][] closes) {
      this.weights = weights;
      this.closes = closes;
      this.stale = new boolean[weights.length];
    }

    VolatilityEstimate estimate() {
      return VolatilityEstimate.of(weights, closes, stale, Covariance.SAMPLE);
    }

    Sample reversed() {
      int n = weights.length;
      double[] turnedWeights = new double[n];
      double[][] turnedCloses = new double[n][];
      for (int s = 0; s < n; s++) {
        turnedWeights[s] = weights[n - 1 - s];
        turnedCloses[s] = closes[n - 1 - s];
      }
      return new Sample(turnedWeights, turnedCloses);
    }

    /** The symbol with the largest variance. */
    int wildest() {
      int wildest = 0;
      double most = 0;
      for (int s = 0; s < weights.length; s++) {
        double[] alone = new double[weights.length];
        alone[s] = 1;
        double own =
            VolatilityEstimate.of(alone, closes, new boolean[alone.length], Covariance.SAMPLE)
                .value();
        if (own > most) {
          most = own;
          wildest = s;
        }
      }
      return wildest;
    }
  }
}
