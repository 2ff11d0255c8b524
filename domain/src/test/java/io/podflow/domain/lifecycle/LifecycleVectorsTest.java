package io.podflow.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.domain.metrics.Performance;
import io.podflow.domain.settings.GraduationSettings;
import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.settings.PageHinkleySettings;
import io.podflow.domain.settings.RetirementSettings;
import io.podflow.domain.testing.Shared;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * All 33 cases of {@code lifecycle.json}, every field, with one exception (docs/adr/0009): {@code
 * ph_n} and {@code ph_score} are those of a detector that is fed in PRODUCTION alone and after the
 * hard stops, while decision AC5 feeds it in every state. They are compared where both mean the
 * same: in cases that begin in PRODUCTION, up to the day before the first transition.
 */
@Tag("L3")
class LifecycleVectorsTest {

  private static final double TOLERANCE = 1e-9;

  @Test
  void thereAre33() {
    assertThat(Shared.cases("lifecycle.json")).hasSize(33);
  }

  @TestFactory
  Stream<DynamicTest> pageHinkley() {
    return cases("page_hinkley", LifecycleVectorsTest::checkDetector);
  }

  @TestFactory
  Stream<DynamicTest> lifecycle() {
    return cases("lifecycle", LifecycleVectorsTest::checkLifecycle);
  }

  private static Stream<DynamicTest> cases(String op, Consumer<JsonNode> check) {
    return Shared.cases("lifecycle.json")
        .filter(vector -> vector.path("op").asText().equals(op))
        .map(v -> DynamicTest.dynamicTest(v.path("name").asText(), () -> check.accept(v)));
  }

  private static void checkDetector(JsonNode vector) {
    JsonNode input = vector.path("input");
    JsonNode expected = vector.at("/expected/after_each");
    double lambda = input.path("lambda").asDouble();
    PageHinkley detector = new PageHinkley();
    assertThat(expected).isNotEmpty().hasSameSizeAs(input.path("values"));
    for (int i = 0; i < expected.size(); i++) {
      JsonNode value = input.path("values").get(i);
      detector.add(
          value.isNull() ? Double.NaN : value.asDouble(),
          input.path("delta").asDouble(),
          input.path("alpha").asDouble());
      JsonNode now = expected.get(i);
      assertThat(detector.count).isEqualTo(now.path("n").asInt());
      assertThat(detector.mean).isCloseTo(now.path("mean").asDouble(), offset(TOLERANCE));
      assertThat(detector.sum).isCloseTo(now.path("m").asDouble(), offset(TOLERANCE));
      assertThat(detector.least).isCloseTo(now.path("m_min").asDouble(), offset(TOLERANCE));
      assertThat(detector.score()).isCloseTo(now.path("score").asDouble(), offset(TOLERANCE));
      assertThat(detector.score() > lambda).isEqualTo(now.path("alarm").asBoolean());
    }
  }

  private static void checkLifecycle(JsonNode vector) {
    JsonNode days = vector.at("/expected/days");
    Run run = new Run(vector.path("input"));
    List<String> transitions = new ArrayList<>();
    assertThat(days).isNotEmpty().hasSameSizeAs(run.returns);
    for (int d = 1; d <= days.size(); d++) {
      LifecycleOutcome outcome = run.day(d);
      if (outcome.hasChangedState()) {
        transitions.add(d + " " + outcome.before() + " " + outcome.after());
      }
      run.compare(d, outcome, days.get(d - 1), transitions.isEmpty());
    }
    List<String> expected = new ArrayList<>();
    for (JsonNode t : vector.at("/expected/transitions")) {
      expected.add(
          String.format(
              Locale.ROOT,
              "%d %s %s",
              t.path("day").asInt(),
              t.path("from").asText(),
              t.path("to").asText()));
    }
    assertThat(transitions).isEqualTo(expected);
    assertThat(run.life.state.name()).isEqualTo(vector.at("/expected/final_state").asText());
  }

  private static final class Run {

    private final double[] returns;
    private final double[] portfolio;
    private final JsonNode tradeCounts;
    private final boolean fedAlike;
    private final PodLifecycle lifecycle;
    private final PodLife life;
    private final Performance performance = new Performance();

    Run(JsonNode input) {
      assertThat(input.path("evaluate_every").asInt()).isEqualTo(1);
      LifecycleState state = LifecycleState.valueOf(input.path("initial_state").asText());
      this.returns = doubles(input.path("daily_returns"));
      this.portfolio = doubles(input.path("portfolio_returns"));
      this.tradeCounts = input.path("trade_counts");
      this.fedAlike = state == LifecycleState.PRODUCTION;
      this.lifecycle =
          new PodLifecycle(
              graduation(input.path("graduation")),
              retirement(input.path("retirement")),
              detector(input.path("page_hinkley")),
              LifecycleFixture.pod(null));
      this.life = lifecycle.initialState(state);
    }

    LifecycleOutcome day(int d) {
      performance.add(returns[d - 1]);
      return lifecycle.onDay(
          life,
          new PodDay(
              20_000 + d,
              returns[d - 1],
              performance.sharpeRatio(),
              performance.maxDrawdown(),
              performance.currentDrawdown(),
              performance.meanCalmar(),
              performance.liveDays(),
              tradeCounts.get(d - 1).asLong(),
              correlation(d),
              false));
    }

    void compare(int d, LifecycleOutcome outcome, JsonNode expected, boolean noTransitionYet) {
      String where = "day " + d;
      assertThat(outcome.after().name()).as(where).isEqualTo(expected.path("state").asText());
      assertThat(life.lossMonths.inARow)
          .as(where)
          .isEqualTo(expected.path("consecutive_loss_months").asInt());
      // A pod that starts RETIRED has no clock.
      if (life.hasBegun()) {
        assertThat(life.daysInState(20_000 + d))
            .as(where)
            .isEqualTo(expected.path("days_in_state").asLong());
      }
      figure(where, performance.sharpeRatio(), expected.path("sharpe"));
      figure(where, performance.maxDrawdown(), expected.path("max_drawdown"));
      figure(where, performance.meanCalmar(), expected.path("calmar"));
      if (fedAlike && noTransitionYet) {
        assertThat(life.detector.count).as(where).isEqualTo(expected.path("ph_n").asInt());
        figure(where, outcome.detectorScore(), expected.path("ph_score"));
      }
    }

    private static void figure(String where, double actual, JsonNode expected) {
      double value = expected.asDouble();
      assertThat(actual)
          .as(where)
          .isCloseTo(value, offset(TOLERANCE * Math.max(1, Math.abs(value))));
    }

    /** NaN without a portfolio, on a single day, and without dispersion. */
    private double correlation(int d) {
      if (portfolio.length == 0 || d < 2) {
        return Double.NaN;
      }
      return new PearsonsCorrelation()
          .correlation(Arrays.copyOf(returns, d), Arrays.copyOf(portfolio, d));
    }
  }

  private static double[] doubles(JsonNode array) {
    double[] values = new double[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).asDouble();
    }
    return values;
  }

  private static GraduationSettings graduation(JsonNode keys) {
    return new GraduationSettings(
        keys.path("min_live_days").asInt(),
        keys.path("min_sharpe").asDouble(),
        keys.path("max_drawdown").asDouble(),
        keys.path("min_trade_count").asInt(),
        keys.path("min_calmar").asDouble(),
        keys.path("max_backtest_live_gap").asDouble(),
        keys.path("max_portfolio_correlation").asDouble(),
        keys.path("max_incubation_days").asInt());
  }

  private static RetirementSettings retirement(JsonNode keys) {
    return new RetirementSettings(
        keys.path("max_drawdown_breach").asDouble(),
        keys.path("consecutive_loss_months").asInt(),
        keys.path("rolling_sharpe_floor").asDouble(),
        keys.path("probation_days").asInt());
  }

  private static PageHinkleySettings detector(JsonNode keys) {
    return new PageHinkleySettings(
        keys.path("delta").asDouble(),
        keys.path("lambda").asDouble(),
        keys.path("alpha").asDouble(),
        false);
  }
}
