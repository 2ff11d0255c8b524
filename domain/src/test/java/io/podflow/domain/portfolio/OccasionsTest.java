package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Timeframe;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.journal.TargetRow;
import io.podflow.domain.journal.UnsentRow;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.settings.LifecycleState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which symbols are decided at a close, and which are left to a tick. */
class OccasionsTest {

  private static final String BTC = "BTC/USDT";
  private static final String ETH = "ETH/USDT";

  private final Walk walk =
      new Walk(new PortfolioFixture().pod("a", 1, BTC, ETH).layout(), 1_000, TradingMode.EXTERNAL);
  private long sequence;

  private void exchange(boolean takesOrders) {
    walk.report(ExchangeReport.heartbeat(walk.time, ++sequence, takesOrders));
  }

  /** Ten at 100 are wanted, and the exchange side takes no orders. */
  private List<UnsentRow> refused() {
    exchange(false);
    return walk.bar(BTC, 100).bar(ETH, 50).target(0, BTC, 1).close().unsent();
  }

  @Test
  @Tag("E4")
  void whatACloseHasDecidedAnewIsNoBusinessOfTheNextTick() {
    refused();
    exchange(true);
    OrderCommand order = walk.bar(BTC, 100).bar(ETH, 50).close().commands().get(0);
    assertThat(order.quantity()).isCloseTo(10, within(1e-9));
    walk.report(
        ExchangeReport.fill(
            walk.time + 1, ++sequence, order.orderId(), "f", order.quantity(), 100, 50, 0));
    PortfolioDecision tick = walk.tick(Duration.ofMinutes(1));
    assertThat(tick.fills()).hasSize(1);
    assertThat(tick.commands()).as("the fee is left to the next close").isEmpty();
    OrderCommand less = walk.bar(BTC, 100).bar(ETH, 50).close().commands().get(0);
    assertThat(less.quantity()).isCloseTo(-0.5, within(1e-9));
  }

  @Test
  @Tag("TR4")
  void atACloseWithoutABarOnlyWhatIsRefusedAnywayIsTold() {
    assertThat(refused()).extracting(UnsentRow::rule).containsExactly("exchange");
    exchange(false);
    PortfolioDecision away = walk.bar(ETH, 50).close();
    assertThat(away.unsent())
        .extracting(UnsentRow::symbol, UnsentRow::rule)
        .containsExactly(tuple(BTC, "exchange"));
    assertThat(away.targets()).extracting(TargetRow::symbol).containsExactly(ETH);
    exchange(true);
    PortfolioDecision back = walk.bar(ETH, 50).close();
    assertThat(back.unsent()).isEmpty();
    assertThat(back.commands()).isEmpty();
  }

  @Test
  @Tag("FP19")
  void aSymbolIsNotDecidedAtTheCloseThatMakesItStale() {
    PortfolioFixture fixture =
        new PortfolioFixture()
            .pod("slow", 1, BTC, ETH)
            .pod("fast", 0, Timeframe.H6, 0, LifecycleState.PRODUCTION, BTC);
    Walk mixed = new Walk(fixture, 1_000);
    mixed.bar(BTC, 100).target(0, BTC, 1).close();
    mixed.close();
    assertThat(mixed.close().events()).isEmpty();
    PortfolioDecision midnight = mixed.barOfPod(0, BTC).bar(ETH, 10).close();
    assertThat(midnight.events()).anyMatch(event -> event.message().startsWith("stale after 3"));
    assertThat(midnight.targets()).extracting(TargetRow::symbol).containsExactly(ETH);
  }
}
