package io.podflow.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

@Tag("L2")
class WaterFillingProperties {

  /** A question to water-filling; bounds that the count of raw weights can meet from below. */
  @SuppressWarnings("ArrayRecordComponent")
  record Question(double[] raw, double min, double max) {

    double[] answer() {
      return WaterFilling.fill(raw, min, max);
    }

    double largestSum() {
      boolean allZero = Arrays.stream(raw).allMatch(value -> value == 0);
      return Arrays.stream(raw).map(value -> value > 0 || allZero ? max : min).sum();
    }

    @Override
    public String toString() {
      return Arrays.toString(raw) + " in [" + min + ", " + max + "]";
    }
  }

  @Property(tries = 1000)
  void weightsSumToOneWhereTheBoundsAllowIt(@ForAll("questions") Question question) {
    double sum = Arrays.stream(question.answer()).sum();
    assertThat(sum).isCloseTo(Math.min(1, question.largestSum()), within(4e-15));
  }

  @Property(tries = 500)
  void boundsHold(@ForAll("questions") Question question) {
    double equal = 1.0 / question.raw().length;
    for (double weight : question.answer()) {
      assertThat(weight).isBetween(Math.min(question.min(), equal), question.max());
    }
  }

  @Property(tries = 500)
  void allShareOneScale(@ForAll("questions") Question question) {
    double[] weights = question.answer();
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    for (int i = 0; i < weights.length; i++) {
      double raw = question.raw()[i];
      if (raw > 0 && weights[i] < question.max() - 1e-12) {
        high = Math.min(high, weights[i] / raw);
      }
      if (raw > 0 && weights[i] > question.min() + 1e-12) {
        low = Math.max(low, weights[i] / raw);
      }
    }
    assertThat(low).isLessThanOrEqualTo(high * (1 + 1e-12));
  }

  @Property(tries = 500)
  void aLargerRawWeightNeverGetsLess(@ForAll("questions") Question question) {
    double[] weights = question.answer();
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < weights.length; j++) {
        if (question.raw()[i] >= question.raw()[j]) {
          assertThat(weights[i]).isGreaterThanOrEqualTo(weights[j]);
        }
      }
    }
  }

  @Property(tries = 500)
  void askingForMoreNeverGetsLess(
      @ForAll("questions") Question question, @ForAll @DoubleRange(min = 1, max = 50) double more) {
    double[] raw = question.raw().clone();
    raw[0] *= more;
    double[] after = new Question(raw, question.min(), question.max()).answer();
    assertThat(after[0]).isGreaterThanOrEqualTo(question.answer()[0] - 1e-14);
  }

  @Property(tries = 500)
  void onlyProportionsCount(
      @ForAll("questions") Question question, @ForAll @IntRange(min = -6, max = 6) int digits) {
    double unit = Math.pow(10, digits);
    double[] raw = Arrays.stream(question.raw()).map(value -> value * unit).toArray();
    assertThat(new Question(raw, question.min(), question.max()).answer())
        .containsExactly(question.answer(), within(1e-13));
  }

  @Property(tries = 500)
  void orderDoesNotCount(@ForAll("questions") Question question) {
    int n = question.raw().length;
    int[] reversed = new int[n];
    Arrays.setAll(reversed, i -> n - 1 - i);
    double[] raw = ReturnSamples.reordered(question.raw(), reversed);
    assertThat(new Question(raw, question.min(), question.max()).answer())
        .containsExactly(ReturnSamples.reordered(question.answer(), reversed), within(1e-13));
  }

  @Provide
  Arbitrary<Question> questions() {
    Arbitrary<Double> raw =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.doubles().between(0, 10)),
            Tuple.of(1, Arbitraries.of(0.0, 1e-12, 1e6, 1.0)));
    Arbitrary<List<Double>> raws = raw.list().ofMinSize(1).ofMaxSize(12);
    Arbitrary<Double> unit = Arbitraries.doubles().between(0, 1);
    return Combinators.combine(raws, unit, unit)
        .as(
            (values, low, high) -> {
              double min = low / values.size();
              return new Question(
                  values.stream().mapToDouble(Double::doubleValue).toArray(),
                  min,
                  min + high * (1 - min));
            });
  }
}
