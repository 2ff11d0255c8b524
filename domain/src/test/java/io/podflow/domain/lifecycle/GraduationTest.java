package io.podflow.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("L3")
class GraduationTest {

  private static boolean passes(@Nullable Double expectedSharpe, PodDay day) {
    return new Graduation(LifecycleFixture.GRADUATION, expectedSharpe).isPassedBy(day);
  }

  /** A pod at every limit passes; one of them missed holds it back. */
  @ParameterizedTest
  @CsvSource({
    // Sharpe | drawdown | Calmar | days | trades | correlation | passes
    "0.5,       0.2,       0.3,     30,    5,       0.65,         true",
    "0.49,      0.2,       0.3,     30,    5,       0.65,         false",
    "0.5,       0.21,      0.3,     30,    5,       0.65,         false",
    "0.5,       0.2,       0.29,    30,    5,       0.65,         false",
    "0.5,       0.2,       0.3,     29,    5,       0.65,         false",
    "0.5,       0.2,       0.3,     30,    4,       0.65,         false",
    "0.5,       0.2,       0.3,     30,    5,       0.66,         false",
    "0.5,       0.2,       0.3,     30,    5,       NaN,          true",
  })
  void asksForEverything(
      double sharpe,
      double drawdown,
      double calmar,
      int days,
      long trades,
      double correlation,
      boolean passes) {
    PodDay day = new PodDay(1, 0.01, sharpe, drawdown, 0, calmar, days, trades, correlation, false);
    assertThat(passes(null, day)).isEqualTo(passes);
  }

  /** Decision AC6, with a gap of 0.3. */
  @Test
  void aPodWithAnExpectationIsHeldToIt() {
    PodDay day = new PodDay(1, 0.01, 1.3, 0.1, 0, 2, 60, 50, 0, false);
    assertThat(passes(1.0, day)).isTrue();
    assertThat(passes(0.99, day)).isFalse();
    assertThat(passes(1.85, day)).isTrue();
    assertThat(passes(1.86, day)).isFalse();
    assertThat(passes(0.0, day)).isFalse();
  }
}
