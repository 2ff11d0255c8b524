package io.podflow.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.domain.testing.Shared;
import java.math.BigInteger;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Texts of the time column and the exact times that they stand for. */
@Tag("DA2")
class EpochsVectorsTest {

  @TestFactory
  Stream<DynamicTest> agreesWithEveryCase() {
    return Shared.cases("epochs.json")
        .map(vector -> DynamicTest.dynamicTest(vector.path("name").asText(), () -> check(vector)));
  }

  private static void check(JsonNode vector) {
    Instant time = Timestamps.instant(vector.at("/input/text").asText());
    JsonNode nanos = vector.at("/expected/epoch_nanos");
    assertThat(nanosOf(time)).isEqualTo(nanos.isNull() ? null : nanos.asText());
    JsonNode iso = vector.at("/expected/iso");
    if (!iso.isNull()) {
      assertThat(time).isEqualTo(Instant.parse(iso.asText()));
    }
  }

  private static @Nullable String nanosOf(@Nullable Instant time) {
    return time == null
        ? null
        : BigInteger.valueOf(time.getEpochSecond())
            .multiply(BigInteger.valueOf(1_000_000_000))
            .add(BigInteger.valueOf(time.getNano()))
            .toString();
  }
}
