package io.podflow.domain.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.domain.testing.Shared;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The golden figures that people compare. */
class FiguresVectorsTest {

  private static final double TOLERANCE = 1e-12;

  @TestFactory
  @Tag("FI1")
  Stream<DynamicTest> sortino() {
    return cases(
        "sortino",
        c ->
            assertSame(
                HeadlineFigures.sortino(
                    numbers(c.at("/input/returns")), c.at("/input/periods_per_year").asDouble()),
                c.at("/expected/sortino")));
  }

  @TestFactory
  @Tag("FI1")
  Stream<DynamicTest> drawdown() {
    return cases(
        "drawdown",
        c -> {
          EquityFall fall =
              EquityFall.of(c.at("/input/capital").asDouble(), numbers(c.at("/input/equity")));
          JsonNode expected = c.path("expected");
          assertSame(fall.falls(), expected.path("drawdown"));
          assertSame(fall.deepest(), expected.path("max_drawdown"));
          assertSame(fall.peak(), expected.path("peak"));
          assertThat(fall.peakAt()).isEqualTo(index(expected.path("peak_at")));
          assertThat(fall.troughAt()).isEqualTo(index(expected.path("trough_at")));
        });
  }

  @TestFactory
  @Tag("FI1")
  Stream<DynamicTest> calmar() {
    return cases(
        "calmar",
        c ->
            assertSame(
                HeadlineFigures.calmar(
                    c.at("/input/cagr").asDouble(), c.at("/input/max_drawdown").asDouble()),
                c.at("/expected/calmar")));
  }

  @TestFactory
  @Tag("FI1")
  Stream<DynamicTest> meanCalmar() {
    return cases(
        "mean_calmar",
        c -> {
          Performance performance = new Performance();
          for (double r : numbers(c.at("/input/daily_returns"))) {
            performance.add(r);
          }
          assertSame(performance.meanCalmar(), c.at("/expected/mean_calmar"));
        });
  }

  @TestFactory
  @Tag("FI1")
  Stream<DynamicTest> turnover() {
    return cases(
        "turnover",
        c -> {
          double[] equity = numbers(c.at("/input/equity"));
          double[] notional = new double[equity.length];
          for (JsonNode fill : c.at("/input/fills")) {
            notional[fill.get(0).asInt()] += fill.get(1).asDouble();
          }
          double[] byClose = new double[equity.length];
          for (int i = 0; i < byClose.length; i++) {
            byClose[i] = Turnover.ofClose(notional[i], equity[i]);
          }
          assertSame(byClose, c.at("/expected/per_close"));
          assertSame(
              Turnover.perYear(byClose, c.at("/input/years").asDouble()),
              c.at("/expected/turnover"));
        });
  }

  @TestFactory
  @Tag("FI2")
  Stream<DynamicTest> benchmark() {
    return cases("benchmark", c -> new Benchmark(c).check());
  }

  /** A case of the benchmark: every close of it is one of every symbol. */
  private static final class Benchmark {

    private final JsonNode c;
    private final JsonNode bars;
    private final double costRate;
    private final EqualParts parts;
    private final int[] missed;
    private final int[] boughtAt;
    private final int[] soldAt;

    Benchmark(JsonNode c) {
      this.c = c;
      bars = c.at("/input/bars");
      JsonNode in = c.path("input");
      costRate =
          (in.path("cost_bps").asDouble()
                  + in.path("slippage_bps").asDouble()
                  + in.path("impact_bps").asDouble())
              / 1e4;
      parts = new EqualParts(in.path("capital").asDouble(), bars.size());
      missed = new int[bars.size()];
      boughtAt = new int[bars.size()];
      soldAt = new int[bars.size()];
      Arrays.fill(boughtAt, EquityFall.NOWHERE);
      Arrays.fill(soldAt, EquityFall.NOWHERE);
    }

    void check() {
      JsonNode expected = c.at("/expected/equity");
      for (int t = 0; t < expected.size(); t++) {
        for (int s = 0; s < bars.size(); s++) {
          take(s, t, bars.get(s).get(t));
        }
        assertSame(parts.equity(), expected.get(t));
      }
      for (int s = 0; s < bars.size(); s++) {
        assertThat(boughtAt[s]).isEqualTo(index(c.at("/expected/bought_at").get(s)));
        assertThat(soldAt[s]).isEqualTo(index(c.at("/expected/sold_at").get(s)));
      }
    }

    private void take(int s, int t, JsonNode bar) {
      boolean had = parts.quantities[s] != 0;
      if (bar == null || bar.isNull()) {
        missed[s]++;
        if (parts.bought[s] && missed[s] >= c.at("/input/stale_after_bars").asInt()) {
          parts.stale(s, costRate);
        }
      } else {
        missed[s] = 0;
        parts.bar(s, bar.get(0).asDouble(), bar.get(1).asDouble(), costRate);
      }
      boolean has = parts.quantities[s] != 0;
      boughtAt[s] = !had && has ? t : boughtAt[s];
      soldAt[s] = had && !has ? t : soldAt[s];
    }
  }

  private static Stream<DynamicTest> cases(String op, Consumer<JsonNode> assertion) {
    return Shared.cases("figures.json")
        .filter(c -> c.path("op").asText().equals(op))
        .map(c -> DynamicTest.dynamicTest(c.path("name").asText(), () -> assertion.accept(c)));
  }

  private static double[] numbers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  private static int index(JsonNode node) {
    return node.isNull() ? EquityFall.NOWHERE : node.asInt();
  }

  private static void assertSame(double[] actual, JsonNode expected) {
    assertThat(actual).hasSize(expected.size());
    for (int i = 0; i < actual.length; i++) {
      assertSame(actual[i], expected.get(i));
    }
  }

  private static void assertSame(double actual, JsonNode expected) {
    if (expected.isNull()) {
      assertThat(actual).isNaN();
    } else {
      double size = Math.max(1, Math.abs(expected.asDouble()));
      assertThat(actual).isCloseTo(expected.asDouble(), within(TOLERANCE * size));
    }
  }
}
