package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.domain.portfolio.books.PodShare;
import io.podflow.domain.portfolio.books.Tracking;
import io.podflow.domain.portfolio.orders.LimitBreach;
import io.podflow.domain.position.Quantity;
import io.podflow.domain.testing.Shared;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** What is missed, and what has to be followed at once (decisions TR2, TR5). */
class TrackingVectorsTest {

  @TestFactory
  @Tag("TR5")
  Stream<DynamicTest> missed() {
    return cases("missed", TrackingVectorsTest::checkMissed);
  }

  @TestFactory
  @Tag("TR5")
  Stream<DynamicTest> gaps() {
    return cases("order", TrackingVectorsTest::checkGap);
  }

  @TestFactory
  @Tag("TR2")
  Stream<DynamicTest> limits() {
    return cases("limit_forced", TrackingVectorsTest::checkLimits);
  }

  @TestFactory
  @Tag("TR2")
  Stream<DynamicTest> forced() {
    return cases("forced_until", TrackingVectorsTest::checkForced);
  }

  private static Stream<DynamicTest> cases(String op, Consumer<JsonNode> check) {
    return Shared.cases("orders.json")
        .filter(vector -> vector.path("op").asText().equals(op))
        .map(v -> DynamicTest.dynamicTest(v.path("name").asText(), () -> check.accept(v)));
  }

  private static void checkMissed(JsonNode vector) {
    JsonNode closes = vector.path("input").path("closes");
    JsonNode expected = vector.path("expected");
    double gaps = 0;
    double wanted = 0;
    for (int t = 0; t < closes.size(); t++) {
      JsonNode close = closes.path(t);
      Tracking tracking = new Tracking(close.path("equity").asDouble());
      for (int s = 0; s < close.path("wanted").size(); s++) {
        tracking.add(
            close.path("wanted").path(s).asDouble(),
            close.path("held_and_on_its_way").path(s).asDouble(),
            close.path("marks").path(s).asDouble());
      }
      assertThat(tracking.gap()).isCloseTo(expected.path("gap").path(t).asDouble(), tolerance(1));
      assertThat(tracking.wantedGross())
          .isCloseTo(expected.path("wanted_gross").path(t).asDouble(), tolerance(1));
      gaps += tracking.gap();
      wanted += tracking.wantedGross();
    }
    if (expected.path("missed").isNull()) {
      assertThat(wanted).isZero();
    } else {
      double missed = expected.path("missed").asDouble();
      assertThat(gaps / wanted).isCloseTo(missed, tolerance(missed));
    }
  }

  private static void checkGap(JsonNode vector) {
    JsonNode input = vector.path("input");
    JsonNode expected = vector.path("expected");
    double held =
        input.path("position").asDouble()
            + input.path("on_its_way").asDouble()
            + expected.path("order").asDouble();
    Tracking tracking = new Tracking(input.path("equity").asDouble());
    tracking.add(input.path("wanted").asDouble(), held, input.path("close").asDouble());
    double gap = expected.path("gap").asDouble();
    // TR0: a gap below 1e-9 of equity counts as none, where the vectors give it in full.
    assertThat(tracking.gap()).isCloseTo(Quantity.isDust(gap, 1) ? 0 : gap, tolerance(gap));
    double wanted = expected.path("wanted_gross").asDouble();
    assertThat(tracking.wantedGross()).isCloseTo(wanted, tolerance(wanted));
  }

  private static void checkLimits(JsonNode vector) {
    JsonNode input = vector.path("input");
    JsonNode expected = vector.path("expected");
    double[] held = numbers(input.path("held"));
    double[] wanted = numbers(input.path("wanted"));
    double gross =
        LimitBreach.gross(held, numbers(input.path("marks")), input.path("equity").asDouble());
    assertThat(gross).isCloseTo(expected.path("gross").asDouble(), tolerance(1));
    boolean broken =
        new LimitBreach(
                input.path("max_gross_leverage").asDouble(Double.POSITIVE_INFINITY),
                input.path("max_portfolio_volatility").asDouble(Double.POSITIVE_INFINITY))
            .isBroken(gross, input.path("held_volatility_estimate").asDouble(Double.NaN));
    for (int s = 0; s < held.length; s++) {
      assertThat(broken && LimitBreach.shrinks(wanted[s], held[s]))
          .isEqualTo(expected.path("forced").path(s).asBoolean());
    }
  }

  private static void checkForced(JsonNode vector) {
    JsonNode closes = vector.path("input").path("closes");
    PodShare memory = new PodShare();
    double largest = 0;
    for (int t = 0; t < closes.size(); t++) {
      JsonNode close = closes.path(t);
      double share = close.path("share").asDouble();
      largest = Math.max(largest, Math.abs(share));
      if (close.path("cause").asBoolean()) {
        memory.force(share);
      }
      assertThat(memory.isForced(close.path("wanted").asDouble(), share, share, largest))
          .as("close %d", t)
          .isEqualTo(vector.path("expected").path("forced").path(t).asBoolean());
    }
  }

  private static double[] numbers(JsonNode array) {
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = array.path(i).asDouble();
    }
    return numbers;
  }

  private static Offset<Double> tolerance(double size) {
    return within(Math.max(1e-15, 1e-12 * Math.abs(size)));
  }
}
