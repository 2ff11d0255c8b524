package io.podflow.domain.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.domain.testing.Shared;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@Tag("L7")
class PositionTest {

  @TestFactory
  Stream<DynamicTest> quantitiesAndAveragePricesOfTheVectors() {
    return Shared.cases("position.json")
        .filter(c -> c.path("op").asText().equals("fills"))
        .map(c -> DynamicTest.dynamicTest(c.path("name").asText(), () -> check(c)));
  }

  private static void check(JsonNode c) {
    Position position = Position.FLAT;
    JsonNode after = c.path("expected").path("after_each");
    int i = 0;
    for (JsonNode fill : c.path("input").path("fills")) {
      double quantity = fill.path("qty").asDouble() * (fill.path("is_buy").asBoolean() ? 1 : -1);
      position = position.filled(quantity, fill.path("price").asDouble());
      JsonNode expected = after.get(i++);
      assertThat(position.quantity()).isCloseTo(expected.path("quantity").asDouble(), within(1e-9));
      assertThat(position.averagePrice())
          .isCloseTo(expected.path("avg_entry_price").asDouble(), within(1e-9));
    }
  }

  @Test
  void averageIsWeightedOnAddsAndKeptOnReductions() {
    Position added = Position.FLAT.filled(1, 100).filled(3, 120);
    assertThat(added).isEqualTo(new Position(4, 115));
    assertThat(added.filled(-2, 200)).isEqualTo(new Position(2, 115));
  }

  @Test
  void aFlipTakesTheFillPrice() {
    assertThat(new Position(2, 100).filled(-5, 90)).isEqualTo(new Position(-3, 90));
    assertThat(new Position(-2, 100).filled(5, 90)).isEqualTo(new Position(3, 90));
  }

  @Test
  void dustIsFlatAndHasNoAverage() {
    assertThat(new Position(1, 100).filled(-1 + 9e-11, 90)).isEqualTo(Position.FLAT);
    assertThat(new Position(1, 100).filled(-1 + 2e-10, 90).averagePrice()).isEqualTo(100);
  }
}
