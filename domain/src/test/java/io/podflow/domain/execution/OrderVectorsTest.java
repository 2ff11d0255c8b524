package io.podflow.domain.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.domain.journal.Cause;
import io.podflow.domain.position.Quantity;
import io.podflow.domain.testing.Shared;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** What is sent for one symbol at one close, or why not (decisions TR0, TR1, TR2, TR4). */
@Tag("TR0")
@Tag("TR1")
@Tag("TR2")
class OrderVectorsTest {

  @TestFactory
  Stream<DynamicTest> orders() {
    return Shared.cases("orders.json")
        .filter(vector -> vector.path("op").asText().equals("order"))
        .map(v -> DynamicTest.dynamicTest(v.path("name").asText(), () -> check(v)));
  }

  private static void check(JsonNode vector) {
    JsonNode input = vector.path("input");
    JsonNode expected = vector.path("expected");
    OrderRequest request = request(input);
    OrderVerdict verdict = OrderVerdict.of(request);
    boolean all = input.path("journal").asText().equals("all");

    double order = expected.path("order").asDouble();
    double most = Math.max(Math.abs(request.wanted()), Math.abs(request.position()));
    assertThat(verdict.order()).isCloseTo(order, within(order == 0 ? 0 : 1e-12 * most));
    JsonNode unsent = expected.path("unsent");
    assertThat(verdict.isTold(request, all)).isEqualTo(!unsent.isNull());
    OrderRule rule = verdict.refusedBy();
    if (!unsent.isNull() && rule != null) {
      assertThat(rule.label()).isEqualTo(unsent.path("rule").asText());
      double limit = unsent.path("limit").isNull() ? Double.NaN : unsent.path("limit").asDouble();
      if (Double.isNaN(limit)) {
        assertThat(verdict.limit()).isNaN();
      } else {
        assertThat(verdict.limit()).isCloseTo(limit, within(1e-12 * Math.max(limit, most)));
      }
    }
  }

  private static OrderRequest request(JsonNode input) {
    double wanted = input.path("wanted").asDouble();
    double position = input.path("position").asDouble();
    return new OrderRequest(
        wanted,
        position,
        input.path("on_its_way").asDouble(),
        Quantity.largest(wanted, position),
        Cause.valueOf(input.path("cause").asText().toUpperCase(Locale.ROOT)),
        pods(input).anyMatch(pod -> pod.path("forced").asBoolean()),
        threshold(input),
        input.path("equity").asDouble(),
        input.path("close").asDouble(),
        input.path("min_order").asDouble(),
        input.path("min_notional").asDouble(),
        input.path("lot").asDouble(0),
        input.path("bar").asBoolean(),
        input.path("waiting").asBoolean(),
        access(input.path("exchange").asText()),
        access(input.path("halted").asText()));
  }

  private static double threshold(JsonNode input) {
    return pods(input)
        .filter(
            pod ->
                !pod.path("state").asText().equals("RETIRED")
                    && !pod.path("state").asText().equals("DEPARTED"))
        .mapToDouble(pod -> pod.path("threshold").asDouble())
        .min()
        .orElse(0);
  }

  private static Stream<JsonNode> pods(JsonNode input) {
    return StreamSupport.stream(input.path("pods").spliterator(), false);
  }

  private static OrderAccess access(String word) {
    return switch (word) {
      case "none" -> OrderAccess.OPEN;
      case "risk" -> OrderAccess.REDUCING;
      case "all" -> OrderAccess.CLOSED;
      default -> throw new IllegalArgumentException(word);
    };
  }
}
