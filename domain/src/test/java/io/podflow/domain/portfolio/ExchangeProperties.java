package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.exchange.Faults;
import io.podflow.domain.exchange.PaperExchange;
import io.podflow.domain.execution.CostModel;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.execution.PositionReport;
import io.podflow.domain.journal.FillRow;
import io.podflow.domain.journal.OrderRow;
import io.podflow.domain.journal.PodFillRow;
import io.podflow.domain.journal.PositionRow;
import io.podflow.domain.position.Quantity;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** A portfolio that trades against an exchange of its own books. */
class ExchangeProperties {

  /** What a backtest decides is decided again against an exchange that fills as a backtest does. */
  @Property(tries = 300)
  @Tag("J3")
  void aFaithfulExchangeChangesNothing(@ForAll long seed) {
    Scenario scenario = Scenario.random(seed);
    List<PortfolioDecision> paper = scenario.run();
    List<PortfolioDecision> external = scenario.runAgainst(exchange(scenario, Faults.NONE));
    int same = 0;
    // A stale symbol is closed at once on paper; outside it needs an order, a close later.
    while (same < external.size() && !hasStaleSymbol(paper.get(same))) {
      assertThat(withoutCommands(external.get(same))).isEqualTo(paper.get(same));
      same++;
    }
    Statistics.label("closes compared").collect(same / 10 * 10);
  }

  private static boolean hasStaleSymbol(PortfolioDecision decision) {
    return decision.events().stream().anyMatch(event -> event.message().startsWith("stale after"));
  }

  @Property(tries = 300)
  @Tag("L7")
  @Tag("E4")
  void whateverTheExchangeDoesBothBooksAreTheSame(
      @ForAll long seed,
      @ForAll @DoubleRange(min = 0, max = 0.5) double partial,
      @ForAll @DoubleRange(min = 0, max = 0.3) double rejects,
      @ForAll @DoubleRange(min = 0, max = 0.1) double disconnects,
      @ForAll @IntRange(min = 1, max = 4) int closes) {
    Scenario scenario = Scenario.random(seed);
    PaperExchange exchange =
        exchange(scenario, new Faults(seed, partial, rejects, disconnects, closes));
    List<PortfolioDecision> decisions = scenario.runAgainst(exchange);
    Assume.that(decisions.size() == scenario.closes().size());
    PortfolioDecision last = decisions.get(decisions.size() - 1);
    Map<String, PositionRow> held = new HashMap<>();
    last.positions().forEach(row -> held.put(row.symbol(), row));
    for (PositionReport theirs : exchange.books().reports()) {
      PositionRow ours = held.remove(theirs.symbol());
      assertThat(ours == null ? 0 : ours.quantity())
          .as(theirs.symbol())
          .isCloseTo(theirs.quantity(), within(1e-6 * (1 + Math.abs(theirs.quantity()))));
    }
    assertThat(held).as("positions that the exchange does not know").isEmpty();
    assertThat(last.equity().get(0).cash() - scenario.capital())
        .isCloseTo(exchange.books().cash(), within(1e-6 * scenario.capital()));
    everyOrderHasOneFate(decisions);
    assertThat(decisions)
        .as("reconciled every day")
        .flatExtracting(PortfolioDecision::events)
        .noneMatch(event -> event.message().startsWith("the books differ"));
  }

  private static void everyOrderHasOneFate(List<PortfolioDecision> decisions) {
    Map<String, OrderCommand> sent = new HashMap<>();
    Set<String> ended = new HashSet<>();
    Map<String, Double> filled = new HashMap<>();
    for (PortfolioDecision decision : decisions) {
      for (FillRow fill : decision.fills()) {
        filled.merge(fill.orderId(), fill.quantity(), Double::sum);
        double parts =
            decision.podFills().stream()
                .filter(row -> row.fillId().equals(fill.fillId()))
                .mapToDouble(PodFillRow::quantity)
                .sum();
        assertThat(Math.abs(parts)).isCloseTo(fill.quantity(), within(1e-9 * fill.quantity()));
      }
      for (OrderRow order : decision.orders()) {
        assertThat(ended.add(order.orderId())).as("ends once: %s", order).isTrue();
        OrderCommand command = Objects.requireNonNull(sent.get(order.orderId()));
        assertThat(order.quantity()).isEqualTo(Math.abs(command.quantity()));
        double done = filled.getOrDefault(order.orderId(), 0.0);
        assertThat(done).isLessThanOrEqualTo(order.quantity() * (1 + 1e-12));
        assertThat(order.status().equals("FILLED"))
            .as("%s, of which %s was filled", order, done)
            .isEqualTo(Quantity.isZero(done - order.quantity()));
      }
      for (OrderCommand command : decision.commands()) {
        if (command.kind() == OrderCommand.Kind.SEND) {
          assertThat(sent.put(command.orderId(), command)).as("sent once: %s", command).isNull();
        }
      }
    }
  }

  private static PaperExchange exchange(Scenario scenario, Faults faults) {
    return new PaperExchange(
        scenario.roster().universe(),
        CostModel.of(scenario.roster().settings()),
        faults,
        Duration.ofDays(1));
  }

  private static PortfolioDecision withoutCommands(PortfolioDecision d) {
    return new PortfolioDecision(
        d.closeTime(),
        d.pods(),
        d.allocations(),
        d.targets(),
        d.orders(),
        d.fills(),
        d.podFills(),
        d.positions(),
        d.equity(),
        d.monitors(),
        d.events(),
        List.of());
  }
}
