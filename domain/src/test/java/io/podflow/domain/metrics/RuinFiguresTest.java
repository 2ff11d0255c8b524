package io.podflow.domain.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.api.Timeframe;
import io.podflow.domain.testing.Shared;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Figures of what is used up: none is computed on a base that is not positive. */
@Tag("RU1")
class RuinFiguresTest {

  private static final long DAY = 86_400_000L;

  @TestFactory
  Stream<DynamicTest> headlines() {
    return Shared.cases("ruin.json")
        .filter(v -> v.path("op").asText().equals("headline"))
        .map(v -> DynamicTest.dynamicTest(v.path("name").asText(), () -> check(v)));
  }

  /** From the initial capital to the close that ruins. */
  private static void check(JsonNode vector) {
    JsonNode expected = vector.path("expected");
    int end = vector.at("/input/ruined_at").asInt();
    double[] equity = new double[end + 2];
    equity[0] = vector.at("/input/capital").asDouble();
    for (int k = 0; k <= end; k++) {
      equity[k + 1] = vector.at("/input/equity/" + k).asDouble();
    }
    HeadlineFigures figures = figures(equity).ruined();
    assertThat(figures.totalReturn())
        .isCloseTo(expected.path("total_return").asDouble(), within(1e-12));
    assertThat(figures.maxDrawdown())
        .isCloseTo(expected.path("max_drawdown").asDouble(), within(1e-12));
    assertThat(figures.cagr()).isEqualTo(expected.path("cagr").asDouble());
    assertThat(expected.path("sharpe").isNull()).isTrue();
    assertThat(figures.sharpe()).isNaN();
    assertThat(figures.sortino()).isNaN();
    assertThat(figures.calmar()).isNaN();
  }

  static HeadlineFigures figures(double[] equity) {
    long[] times = new long[equity.length - 1];
    for (int i = 0; i < times.length; i++) {
      times[i] = (i + 1) * DAY;
    }
    double[] closes = Arrays.copyOfRange(equity, 1, equity.length);
    return HeadlineFigures.of(equity[0], times, closes, Timeframe.D1);
  }

  @Test
  void aStateWhoseAccountFellBelowNothingShowsADrawdownOfAll() {
    Performance old = new Performance();
    old.count = 5;
    old.index = -0.4;
    old.deepest = 1.4;
    assertThat(old.maxDrawdown()).isEqualTo(1);
    assertThat(old.currentDrawdown()).isEqualTo(1);
  }
}
