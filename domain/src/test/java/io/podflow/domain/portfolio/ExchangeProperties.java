package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.exchange.Faults;
import io.podflow.domain.exchange.PaperExchange;
import io.podflow.domain.execution.CostModel;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.execution.PositionReport;
import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.journal.Cause;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.FillRow;
import io.podflow.domain.journal.OrderRow;
import io.podflow.domain.journal.PodFillRow;
import io.podflow.domain.journal.PositionRow;
import io.podflow.domain.journal.TargetRow;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.position.Quantity;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
    // What is closed at once on paper, a stale symbol or all of a ruined portfolio, needs orders
    // outside.
    while (same < external.size() && !closesAtOnce(paper.get(same))) {
      assertThat(withoutCommands(external.get(same))).isEqualTo(paper.get(same));
      same++;
    }
    Statistics.label("closes compared").collect(same / 10 * 10);
  }

  /** Snapshots between closes are compared, and that is all; nobody hears what is taken back. */
  @Property(tries = 200)
  @Tag("J3")
  void reconciliationsWithoutTroubleChangeNothing(@ForAll long seed) {
    Scenario scenario = Scenario.random(seed);
    List<PortfolioDecision> expected = scenario.runAgainst(exchange(scenario, Faults.NONE));
    PaperExchange exchange = exchange(scenario, Faults.NONE);
    PortfolioStep step = scenario.step(TradingMode.EXTERNAL);
    PortfolioState state = step.initialState();
    for (int i = 0; i < scenario.closes().size() && !closesAtOnce(expected.get(i)); i++) {
      Scenario.Close close = scenario.closes().get(i);
      List<ExchangeReport> reports = exchange.onClose(close.time(), close.bars());
      PortfolioDecision decision =
          step.onClose(state, close.time(), close.bars(), close.pods(), reports);
      assertThat(decision).isEqualTo(expected.get(i));
      decision.commands().forEach(exchange::take);
      for (long seconds = 10; seconds <= 20; seconds += 10) {
        long time = close.time() + Duration.ofSeconds(seconds).toMillis();
        assertThat(exchange.nextTick()).as("no reason to").isEqualTo(Long.MAX_VALUE);
        PortfolioDecision tick = step.onTick(state, time, exchange.onTick(time));
        assertThat(withoutCommands(tick)).isEqualTo(nothing(time));
        assertThat(tick.commands())
            .as("what waits for its bar since a close before is taken back")
            .allMatch(command -> command.kind() == OrderCommand.Kind.CANCEL);
      }
    }
  }

  static PortfolioDecision nothing(long time) {
    return new PortfolioDecision(
        time, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
        List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  private static boolean closesAtOnce(PortfolioDecision decision) {
    return decision.events().stream()
        .anyMatch(
            event -> event.kind() == EventKind.RUIN || event.message().startsWith("stale after"));
  }

  @Property(tries = 300)
  @Tag("L7")
  @Tag("E4")
  void whateverTheExchangeDoesBothBooksAreTheSame(
      @ForAll long seed,
      @ForAll @DoubleRange(min = 0, max = 0.5) double partial,
      @ForAll @DoubleRange(min = 0, max = 0.3) double rejects,
      @ForAll @DoubleRange(min = 0, max = 0.1) double disconnects,
      @ForAll @IntRange(min = 1, max = 4) int closes,
      @ForAll @IntRange(min = 1, max = 24) int reconcileHours) {
    Scenario scenario = Scenario.random(seed);
    PaperExchange exchange =
        exchange(
            scenario,
            new Faults(seed, partial, rejects, disconnects, closes),
            Duration.ofHours(reconcileHours));
    List<PortfolioDecision> decisions = scenario.runAgainst(exchange);
    Assume.that(!exchange.isAway());
    Set<Long> closeTimes =
        scenario.closes().stream().map(Scenario.Close::time).collect(Collectors.toSet());
    Statistics.label("decided between closes")
        .collect(
            decisions.stream()
                .filter(decision -> !closeTimes.contains(decision.closeTime()))
                .anyMatch(decision -> !decision.commands().isEmpty()));
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
    whatClosesNeverPassesZero(decisions);
    nothingOfACloseHappensBetweenCloses(decisions, closeTimes);
    assertThat(decisions)
        .as("reconciled again and again")
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
        double[] parts =
            decision.podFills().stream()
                .filter(row -> row.fillId().equals(fill.fillId()))
                .mapToDouble(PodFillRow::quantity)
                .toArray();
        // Large parts that are opposite leave rounding of their size in a small sum.
        double size = Arrays.stream(parts).map(Math::abs).sum();
        assertThat(Math.abs(Arrays.stream(parts).sum()))
            .isCloseTo(fill.quantity(), within(1e-9 * size));
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

  private static void whatClosesNeverPassesZero(List<PortfolioDecision> decisions) {
    Map<String, Boolean> reduces = new HashMap<>();
    Map<String, Double> held = new HashMap<>();
    for (PortfolioDecision decision : decisions) {
      for (FillRow fill : decision.fills()) {
        double before = held.getOrDefault(fill.symbol(), 0.0);
        double signed = fill.side().equals("BUY") ? fill.quantity() : -fill.quantity();
        double after = before + signed;
        if (reduces.getOrDefault(fill.orderId(), false)) {
          assertThat(after * Math.signum(before))
              .as("%s of %s", fill, before)
              .isGreaterThanOrEqualTo(-1e-9 * (1 + Math.abs(before)));
        }
        held.put(fill.symbol(), after);
      }
      decision.commands().forEach(order -> reduces.put(order.orderId(), order.reduceOnly()));
    }
  }

  private static void nothingOfACloseHappensBetweenCloses(
      List<PortfolioDecision> decisions, Set<Long> closeTimes) {
    boolean ruined = false;
    for (PortfolioDecision decision : decisions) {
      ruined |= decision.events().stream().anyMatch(event -> event.kind() == EventKind.RUIN);
      if (ruined) {
        assertThat(decision.targets()).as("closing is all that is left").isEmpty();
      } else if (!closeTimes.contains(decision.closeTime())) {
        assertThat(decision.pods()).isEmpty();
        assertThat(decision.allocations()).isEmpty();
        assertThat(decision.monitors()).isEmpty();
        assertThat(decision.events())
            .allMatch(event -> event.kind() == EventKind.ORDER || event.kind() == EventKind.UNSENT);
        assertThat(decision.targets())
            .extracting(TargetRow::symbol)
            .as("only what is ordered is decided")
            .containsExactlyElementsOf(
                decision.commands().stream()
                    .filter(command -> command.kind() == OrderCommand.Kind.SEND)
                    .filter(command -> !command.reason().equals(Cause.STALE.label()))
                    .map(OrderCommand::symbol)
                    .toList());
      }
    }
  }

  private static PaperExchange exchange(Scenario scenario, Faults faults) {
    return exchange(scenario, faults, Duration.ofMinutes(1));
  }

  private static PaperExchange exchange(Scenario scenario, Faults faults, Duration reconcileEvery) {
    return new PaperExchange(
        scenario.layout().universe(),
        CostModel.of(scenario.layout().settings()),
        faults,
        reconcileEvery);
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
        List.of(),
        d.benchmarks(),
        d.unsent());
  }
}
