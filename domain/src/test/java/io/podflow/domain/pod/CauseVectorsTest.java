package io.podflow.domain.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.domain.journal.Cause;
import io.podflow.domain.position.Quantity;
import io.podflow.domain.testing.Shared;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** How a change is split among its causes (decision TR4). */
@Tag("TR4")
class CauseVectorsTest {

  @TestFactory
  Stream<DynamicTest> causes() {
    return Shared.cases("causes.json")
        .map(v -> DynamicTest.dynamicTest(v.path("name").asText(), () -> check(v)));
  }

  private static void check(JsonNode vector) {
    JsonNode pods = vector.path("input").path("pods");
    JsonNode expected = vector.path("expected");
    CauseParts sums = new CauseParts();
    double net = 0;
    double largest = 0;
    for (int p = 0; p < pods.size(); p++) {
      JsonNode pod = pods.path(p);
      Factors now = factors(pod.path("new"));
      JsonNode by = pod.path("replaced_by");
      JsonNode out = expected.path("pods").path(p);
      double share = pod.path("share").asDouble();
      double wanted = by.isNull() ? now.product() : out.path("wanted").asDouble();
      Share of = new Share(pod, now);
      CauseParts parts = of.parts(wanted);
      double most = Quantity.largest(wanted, share);
      for (Cause cause : Cause.values()) {
        most = Math.max(most, Math.abs(out.path("parts").path(cause.label()).asDouble(0)));
      }
      assertThat(wanted).isCloseTo(out.path("wanted").asDouble(), within(1e-12 * most));
      compare(parts, out.path("parts"), most);
      sums.add(parts);
      net += wanted - share;
      largest = Math.max(largest, most);
    }
    compare(sums, expected.path("cause_sums"), 10 * largest);
    double change = Quantity.orZero(net, largest);
    Cause cause = sums.leading(change);
    JsonNode named = expected.path("cause");
    assertThat(cause == null ? null : cause.label())
        .isEqualTo(named.isNull() ? null : named.asText());
  }

  private record Share(JsonNode pod, Factors now) {

    CauseParts parts(double wanted) {
      JsonNode by = pod.path("replaced_by");
      double share = pod.path("share").asDouble();
      if (!by.isNull()) {
        return CauseParts.all(cause(by), wanted - share);
      }
      JsonNode old = pod.path("old");
      boolean stopped = pod.path("stopped").asBoolean();
      TargetFactors flags =
          new TargetFactors(
              now.signal(),
              now.exposure(),
              now.multiplier(),
              now.capScale(),
              stopped,
              false,
              now.signal(),
              false);
      Factors then = old.isNull() ? null : factors(old);
      JsonNode before = pod.path("old_cause");
      return CauseParts.of(
          then,
          now,
          flags,
          pod.path("retired").asBoolean(),
          share,
          wanted,
          before.isNull() ? null : cause(before));
    }
  }

  private static Cause cause(JsonNode word) {
    return Cause.valueOf(word.asText().toUpperCase(Locale.ROOT));
  }

  private static void compare(CauseParts parts, JsonNode expected, double most) {
    for (Cause cause : Cause.values()) {
      assertThat(parts.of(cause))
          .as(cause.label())
          .isCloseTo(expected.path(cause.label()).asDouble(0), within(1e-12 * most));
    }
  }

  private static Factors factors(JsonNode f) {
    return new Factors(
        f.path("sigma").asDouble(),
        f.path("omega").asDouble(),
        f.path("mu").asDouble(),
        f.path("kappa").asDouble(),
        f.path("phi").asDouble(),
        f.path("lambda").asDouble(),
        f.path("rho").asDouble(),
        f.path("nu").asDouble(),
        f.path("e").asDouble());
  }
}
