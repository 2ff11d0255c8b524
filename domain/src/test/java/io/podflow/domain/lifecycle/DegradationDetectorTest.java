package io.podflow.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.podflow.domain.metrics.ReturnWindow;
import io.podflow.domain.settings.PageHinkleySettings;
import io.podflow.domain.settings.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hipparchus.stat.descriptive.moment.StandardDeviation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("L3")
class DegradationDetectorTest {

  private static final PageHinkleySettings DEFAULTS =
      new PageHinkleySettings(defaultOf("delta"), defaultOf("lambda"), defaultOf("alpha"), true);

  private static double defaultOf(String key) {
    for (var component : PageHinkleySettings.class.getRecordComponents()) {
      if (component.getName().equals(key)) {
        return Double.parseDouble(component.getAnnotation(Setting.class).def());
      }
    }
    throw new AssertionError(key);
  }

  /** Decision AC3, written down a second time: all values kept, the whole sum anew each day. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void scoresReturnsInUnitsOfTheVolatilityBeforeThem(long seed) {
    DegradationDetector detector = new DegradationDetector(DEFAULTS);
    PageHinkley state = detector.fresh();
    ReturnWindow moved = DegradationDetector.emptyWindow();
    Random random = new Random(seed);
    List<Double> kept = new ArrayList<>();
    List<Double> fed = new ArrayList<>();
    for (int day = 0; day < 300; day++) {
      double value = random.nextInt(10) == 0 ? 0 : 0.02 * random.nextGaussian();
      double[] last =
          kept.subList(Math.max(0, kept.size() - 60), kept.size()).stream()
              .mapToDouble(v -> v)
              .toArray();
      fed.add(last.length < 30 ? value : value / new StandardDeviation().evaluate(last));
      if (value != 0) {
        kept.add(value);
      }
      detector.feed(state, moved, value);
      assertThat(state.score()).isCloseTo(score(fed), offset(1e-9));
    }
  }

  private static double score(List<Double> values) {
    double mean = 0;
    double sum = 0;
    double least = 0;
    for (double value : values) {
      mean = DEFAULTS.alpha() * mean + (1 - DEFAULTS.alpha()) * value;
      sum += mean - value - DEFAULTS.delta();
      least = Math.min(least, sum);
    }
    return sum - least;
  }

  /**
   * Decision AC3 for the defaults; docs/lifecycle.md has 2318 days, with a standard error of 37.
   */
  @Test
  void aHealthyPodIsWarnedOnceInMoreThanAThousandDays() {
    DegradationDetector detector = new DegradationDetector(DEFAULTS);
    Random random = new Random(7);
    long days = 0;
    int alarms = 0;
    while (alarms < 200) {
      PageHinkley state = detector.fresh();
      ReturnWindow moved = DegradationDetector.emptyWindow();
      do {
        detector.feed(state, moved, 0.01 * random.nextGaussian());
        days++;
      } while (!detector.fires(state));
      alarms++;
    }
    assertThat(days / (double) alarms).isBetween(1800.0, 2900.0);
  }

  @Test
  void aPodThatBreaksIsFoundWithinWeeks() {
    DegradationDetector detector = new DegradationDetector(DEFAULTS);
    Random random = new Random(7);
    PageHinkley state = detector.fresh();
    ReturnWindow moved = DegradationDetector.emptyWindow();
    for (int day = 0; day < 100; day++) {
      detector.feed(state, moved, 0.01 * (random.nextGaussian() + 0.1));
    }
    assertThat(detector.fires(state)).isFalse();
    for (int day = 0; day < 40; day++) {
      detector.feed(state, moved, 0.01 * (random.nextGaussian() - 0.9));
    }
    assertThat(detector.fires(state)).isTrue();
  }
}
