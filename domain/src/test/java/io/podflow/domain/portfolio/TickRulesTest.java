package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Timeframe;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.OrderRow;
import io.podflow.domain.journal.UnsentRow;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.settings.LifecycleState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a reconciliation between two closes does, and what it leaves to the close (TR7). */
@Tag("TR7")
class TickRulesTest {

  private static final String BTC = "BTC/USDT";
  private static final String ETH = "ETH/USDT";
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final PortfolioFixture fixture =
      new PortfolioFixture()
          .pod("large", 0.9, Timeframe.D1, 0.10, LifecycleState.PRODUCTION, BTC, ETH)
          .pod("small", 0.05, Timeframe.D1, 0.10, LifecycleState.PRODUCTION, BTC, ETH);

  private long sequence;

  @Test
  void aForcedChangeGoesOnAtATickAndWhatTheBandRefusesDoesNot() {
    Walk walk = holding();
    walk.report(ExchangeReport.heartbeat(walk.time, ++sequence, false));
    PortfolioDecision away =
        walk.bar(BTC, 100).bar(ETH, 10).stop(1, BTC).target(1, ETH, 0.9).close();
    assertThat(away.commands()).isEmpty();
    assertThat(away.unsent())
        .extracting(UnsentRow::symbol, UnsentRow::rule)
        .containsExactly(tuple(BTC, "exchange"), tuple(ETH, "exchange"));

    walk.report(ExchangeReport.heartbeat(walk.time + 30_000, ++sequence, true));
    PortfolioDecision back = walk.tick(MINUTE);
    assertThat(back.commands())
        .extracting(OrderCommand::symbol, OrderCommand::reason)
        .containsExactly(tuple(BTC, "stop"));
    assertThat(back.unsent())
        .extracting(UnsentRow::symbol, UnsentRow::rule)
        .containsExactly(tuple(ETH, "band"));

    PortfolioDecision next = walk.tick(MINUTE.multipliedBy(2).minusMillis(1));
    assertThat(next.unsent()).as("what the band refuses is finished").isEmpty();
    assertThat(next.commands()).isEmpty();
  }

  @Test
  void nothingIsMeasuredAtATick() {
    Walk walk = holding();
    OrderCommand order =
        walk.bar(BTC, 100).bar(ETH, 10).target(0, BTC, 0.2).close().commands().get(0);
    walk.report(fill(walk, order, order.quantity() / 2, 100, 0));
    PortfolioDecision tick = walk.tick(MINUTE.dividedBy(2));
    assertThat(tick.fills()).hasSize(1);
    assertThat(tick.equity()).extracting(EquityRow::trackingGap).containsExactly(Double.NaN);
    assertThat(tick.equity()).extracting(EquityRow::wantedGross).containsExactly(Double.NaN);
    assertThat(tick.targets()).isEmpty();
    assertThat(tick.pods()).isEmpty();
    assertThat(tick.allocations()).isEmpty();
  }

  @Test
  void aPortfolioIsRuinedAtItsNextCloseAndNotAtATick() {
    Walk walk = holding();
    OrderCommand order =
        walk.bar(BTC, 100).bar(ETH, 10).target(0, BTC, 0.2).close().commands().get(0);
    walk.report(fill(walk, order, order.quantity(), 100, 5_000));
    PortfolioDecision tick = walk.tick(MINUTE.dividedBy(2));
    assertThat(walk.state.ledger.equity()).isNegative();
    assertThat(ruins(tick)).isEmpty();
    assertThat(walk.state.ruined).isFalse();
    assertThat(ruins(walk.bar(BTC, 100).bar(ETH, 10).close())).hasSize(1);
  }

  @Test
  void aVersionForcesNothingButWhatItDrops() {
    Walk walk = holding();
    PortfolioFixture next =
        new PortfolioFixture()
            .pod("large", 0.9, Timeframe.D1, 0.10, LifecycleState.PRODUCTION, BTC)
            .pod("small", 0.05, Timeframe.D1, 0.10, LifecycleState.PRODUCTION, BTC);
    Walk after = new Walk(walk, next, TradingMode.EXTERNAL);
    PortfolioDecision first = after.bar(BTC, 100).bar(ETH, 10).target(1, BTC, 0.4).close();
    assertThat(first.unsent())
        .extracting(UnsentRow::symbol, UnsentRow::rule)
        .as("half a per cent of the position")
        .containsExactly(tuple(BTC, "band"));
    OrderCommand closing = first.commands().get(0);
    assertThat(closing.symbol()).isEqualTo(ETH);
    assertThat(closing.reason()).isEqualTo("orphan");
    assertThat(closing.quantity()).isCloseTo(-14, within(1e-9));
    after.report(fill(after, closing, closing.quantity(), 10, 0));
    PortfolioDecision filled = after.bar(BTC, 100).bar(ETH, 10).close();
    assertThat(filled.orders()).extracting(OrderRow::forced).containsExactly(true);
  }

  /** 9 and 0.25 BTC at 100, 9 and 5 ETH at 10. */
  private Walk holding() {
    Walk walk = new Walk(fixture.layout(), 1_000, TradingMode.EXTERNAL);
    walk.target(0, BTC, 1).target(0, ETH, 0.1).target(1, BTC, 0.5).target(1, ETH, 1);
    List<OrderCommand> orders = walk.bar(BTC, 100).bar(ETH, 10).close().commands();
    walk.report(fill(walk, orders.get(0), orders.get(0).quantity(), 100, 0));
    walk.report(fill(walk, orders.get(1), orders.get(1).quantity(), 10, 0));
    assertThat(walk.bar(BTC, 100).bar(ETH, 10).close().commands()).isEmpty();
    return walk;
  }

  private ExchangeReport fill(
      Walk walk, OrderCommand order, double quantity, double price, double fee) {
    sequence++;
    return ExchangeReport.fill(
        walk.time + 1_000, sequence, order.orderId(), "f" + sequence, quantity, price, fee, 0);
  }

  private static List<Event> ruins(PortfolioDecision decision) {
    return decision.events().stream().filter(event -> event.kind() == EventKind.RUIN).toList();
  }
}
