package io.podflow.report.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.domain.testing.Shared;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The golden position accounts and their daily returns. */
@Tag("L7")
class PositionVectorsTest {

  private static final double TOLERANCE = 1e-9;

  @TestFactory
  Stream<DynamicTest> fills() {
    return cases("fills", PositionVectorsTest::assertFills);
  }

  @TestFactory
  Stream<DynamicTest> markToMarket() {
    return cases("mtm", c -> new Account().walk(c));
  }

  private static Stream<DynamicTest> cases(String op, Consumer<JsonNode> assertion) {
    return Shared.cases("position.json")
        .filter(c -> c.path("op").asText().equals(op))
        .map(c -> DynamicTest.dynamicTest(c.path("name").asText(), () -> assertion.accept(c)));
  }

  private static void assertFills(JsonNode c) {
    PodPosition position = PodPosition.FLAT;
    JsonNode fills = c.at("/input/fills");
    JsonNode expected = c.at("/expected/after_each");
    assertThat(fills).hasSameSizeAs(expected);
    for (int i = 0; i < fills.size(); i++) {
      position = filled(position, fills.get(i));
      JsonNode after = expected.get(i);
      double price = fills.get(i).path("price").asDouble();
      assertNumber(position.quantity(), after, "quantity");
      assertNumber(position.averagePrice(), after, "avg_entry_price");
      assertNumber(position.realisedPnl(), after, "realized_pnl");
      assertNumber(Math.abs(position.quantity()) * price, after, "notional");
      assertThat(position.trades()).isEqualTo(after.path("trade_count").asInt());
    }
  }

  private static PodPosition filled(PodPosition position, JsonNode fill) {
    double quantity = fill.path("qty").asDouble();
    return position.filled(
        fill.path("is_buy").asBoolean() ? quantity : -quantity,
        fill.path("price").asDouble(),
        fill.path("fee").asDouble());
  }

  private static void assertNumber(double actual, JsonNode object, String field) {
    double expected = object.path(field).isNull() ? Double.NaN : object.path(field).asDouble();
    if (Double.isNaN(expected)) {
      assertThat(actual).as(field).isNaN();
    } else {
      assertThat(actual).as(field).isCloseTo(expected, within(TOLERANCE));
    }
  }

  /** A sub-ledger of the symbols that a case mentions. */
  private static final class Account {

    private final Map<String, PodPosition> positions = new TreeMap<>();
    private PodMarkToMarket account = PodMarkToMarket.NONE;

    void walk(JsonNode c) {
      account = account.opened(c.at("/input/initial_base").asDouble());
      JsonNode expected = c.at("/expected/after_each");
      assertThat(c.at("/input/steps")).hasSameSizeAs(expected);
      int i = 0;
      for (JsonNode step : c.at("/input/steps")) {
        double equity = take(step);
        JsonNode after = expected.get(i++);
        assertNumber(account.base(), after, "base_equity");
        assertNumber(account.previousEquity(), after, "prev_equity");
        assertNumber(account.lastReturn(), after, "last_daily_return");
        assertThat(account.days()).isEqualTo(after.path("days").asInt());
        assertNumber(equity, after, "equity_now");
      }
    }

    /** One step; the equity at its closes, NaN where it has none. */
    private double take(JsonNode step) {
      double pnl = pnl(step.path("closes"));
      switch (step.path("type").asText()) {
        case "fill" -> {
          String symbol = step.path("symbol").asText();
          positions.put(symbol, filled(positions.getOrDefault(symbol, PodPosition.FLAT), step));
        }
        case "day" -> account = account.dayEnded(pnl);
        case "rebase" -> account = account.rebased(step.path("new_base").asDouble(), pnl);
        case "set_base" -> account = account.opened(step.path("base").asDouble());
        default -> throw new AssertionError("unknown step " + step);
      }
      return step.has("closes") ? account.equity(pnl) : Double.NaN;
    }

    private double pnl(JsonNode closes) {
      List<Double> prices = new ArrayList<>();
      for (String symbol : positions.keySet()) {
        prices.add(closes.path(symbol).asDouble(Double.NaN));
      }
      return PodMarkToMarket.pnl(
          positions.values().toArray(PodPosition[]::new),
          prices.stream().mapToDouble(price -> price).toArray());
    }
  }
}
