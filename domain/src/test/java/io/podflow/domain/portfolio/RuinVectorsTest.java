package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.api.Bar;
import io.podflow.domain.execution.CostModel;
import io.podflow.domain.execution.TradeRows;
import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.journal.FillRow;
import io.podflow.domain.journal.PodFillRow;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.portfolio.books.Books;
import io.podflow.domain.portfolio.books.DecisionBuilder;
import io.podflow.domain.portfolio.books.Ledger;
import io.podflow.domain.portfolio.books.OrphanPositions;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.portfolio.broker.Broker;
import io.podflow.domain.portfolio.broker.PaperBroker;
import io.podflow.domain.portfolio.orders.Liquidation;
import io.podflow.domain.testing.Shared;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Ruin of the portfolio at one close, on a ledger that is given. */
@Tag("RU1")
class RuinVectorsTest {

  private static final long CLOSE = Instant.parse("2024-01-02T00:00:00Z").toEpochMilli();

  @TestFactory
  Stream<DynamicTest> portfolios() {
    return Shared.cases("ruin.json")
        .filter(v -> v.path("op").asText().equals("portfolio"))
        .map(v -> DynamicTest.dynamicTest(v.path("name").asText(), () -> check(v)));
  }

  private static void check(JsonNode vector) {
    JsonNode input = vector.path("input");
    JsonNode expected = vector.path("expected");
    PortfolioLayout layout = layout(input);
    PortfolioState state = state(layout, input);
    double largest = Math.max(state.ledger.gross(), Math.abs(input.path("cash").asDouble()));
    Offset<Double> close = within(1e-12 * Math.max(largest, input.path("peak").asDouble()));
    assertThat(state.ledger.equity()).isCloseTo(expected.path("equity_before").asDouble(), close);
    assertThat(state.ledger.gross()).isCloseTo(expected.path("gross").asDouble(), close);

    DecisionBuilder builder =
        new DecisionBuilder(CLOSE, new TradeRows(layout), new Bar[layout.universe().size()]);
    Broker broker = new PaperBroker(CostModel.of(layout.settings()));
    new Liquidation(layout.settings(), broker, TradingMode.PAPER).atClose(state, builder);
    Books.write(state, new OrphanPositions(layout), builder);
    PortfolioDecision decision = builder.decision();

    assertThat(state.ruined).isEqualTo(expected.path("ruined").asBoolean());
    EquityRow books = decision.equity().get(0);
    assertThat(books.equity()).isCloseTo(expected.path("equity").asDouble(), close);
    assertThat(books.drawdown()).isCloseTo(expected.path("drawdown").asDouble(), within(1e-12));
    assertThat(books.debt()).isCloseTo(expected.path("debt").asDouble(), close);
    assertThat(state.ledger.isFlat()).isEqualTo(state.ruined || state.ledger.gross() == 0);
    for (int s = 0; state.ruined && s < state.symbols.length; s++) {
      orders(state.symbols[s], s, expected, decision);
    }
  }

  private static void orders(String symbol, int s, JsonNode expected, PortfolioDecision decision) {
    double ordered = 0;
    double cost = 0;
    for (FillRow fill : decision.fills()) {
      if (fill.symbol().equals(symbol)) {
        ordered += fill.side().equals("BUY") ? fill.quantity() : -fill.quantity();
        cost += fill.fee();
        assertThat(fill.slippageCost()).isZero();
      }
    }
    double crossed = 0;
    for (PodFillRow row : decision.podFills()) {
      if (row.symbol().equals(symbol) && row.crossed()) {
        crossed += Math.max(0, row.quantity());
        assertThat(row.fillId()).startsWith("mark:");
        assertThat(row.fee()).isZero();
      }
    }
    assertThat(ordered).isCloseTo(expected.at("/orders/" + s).asDouble(), within(1e-12));
    assertThat(cost).isCloseTo(expected.at("/costs/" + s).asDouble(), within(1e-9));
    assertThat(crossed).isCloseTo(expected.at("/crossed/" + s).asDouble(), within(1e-12));
  }

  private static PortfolioLayout layout(JsonNode input) {
    PortfolioFixture fixture = new PortfolioFixture();
    fixture.maintenanceMargin = input.path("maintenance_margin").asDouble();
    fixture.liquidationCostBps = input.path("liquidation_cost_bps").asDouble();
    fixture.costBps = 77;
    List<String> symbols = new ArrayList<>();
    input.path("symbols").forEach(symbol -> symbols.add(symbol.asText()));
    int pods = input.path("shares").size();
    for (int p = 0; p < pods; p++) {
      fixture.pod("p" + p, 1.0 / pods, symbols.toArray(String[]::new));
    }
    return fixture.layout();
  }

  private static PortfolioState state(PortfolioLayout layout, JsonNode input) {
    double cash = input.path("cash").asDouble();
    PortfolioState state = new Walk(layout, 1).state;
    state.peakEquity = input.path("peak").asDouble();
    state.ledger = new Ledger(layout.podCount(), layout.universe().size(), cash);
    for (int s = 0; s < state.symbols.length; s++) {
      state.ledger.marks[s] = input.at("/marks/" + s).asDouble();
      for (int p = 0; p < state.pods.length; p++) {
        state.ledger.quantities[p][s] = input.at("/shares/" + p + "/" + s).asDouble();
      }
    }
    return state;
  }
}
