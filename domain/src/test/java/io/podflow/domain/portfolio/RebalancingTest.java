package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.journal.AllocationRow;
import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.PodRow;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.journal.TargetRow;
import io.podflow.domain.portfolio.books.DailyReturns;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.settings.RebalanceTrigger;
import io.podflow.domain.settings.VolatilityTargetSettings;
import java.util.Comparator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("L4")
class RebalancingTest {

  private static final String BTC = "BTC/USDT";
  private static final Offset<Double> ROUNDING = within(1e-9);

  private static PortfolioFixture twoPods(int calendarDays) {
    PortfolioFixture fixture = new PortfolioFixture().pod("a", 0.25, BTC).pod("b", 0.25, BTC);
    fixture.calendarDays = calendarDays;
    fixture.minRebalanceTurnover = 0;
    return fixture;
  }

  @Test
  void theFirstIsDueAtTheEndOfTheFirstDayAndActsAtOnce() {
    Walk walk = new Walk(twoPods(7), 1_000);
    PortfolioDecision first = walk.bar(BTC, 100).target(0, BTC, 1).close();
    assertThat(first.allocations())
        .extracting(AllocationRow::pod, AllocationRow::trigger, AllocationRow::applied)
        .containsExactly(tuple("a", "calendar", true), tuple("b", "calendar", true));
    AllocationRow row = first.allocations().get(0);
    assertThat(row.methodWeight()).isCloseTo(0.5, ROUNDING);
    assertThat(row.previousFraction()).isCloseTo(0.25, ROUNDING);
    assertThat(row.fraction()).as("10 % at most, A1").isCloseTo(0.35, ROUNDING);
    assertThat(row.turnover()).isCloseTo(0.10, ROUNDING);
    assertThat(first.events())
        .extracting(Event::kind, Event::severity)
        .containsExactly(
            tuple(EventKind.REBALANCE, Severity.INFO), tuple(EventKind.IDLE, Severity.WARNING));
    double moved = first.allocations().get(0).turnover() + first.allocations().get(1).turnover();
    assertThat(first.events().get(0).message()).isEqualTo("calendar: turnover " + moved);
    assertThat(first.targets()).extracting(TargetRow::netTarget).containsExactly(0.35);
    assertThat(first.pods()).extracting(PodRow::capital).containsExactly(350.0, 350.0);
    assertThat(first.equity().get(0).reserve()).isCloseTo(300, ROUNDING);
  }

  @Test
  void inTheMiddleOfARunTheBooksOfThatCloseBalance() {
    Walk walk = new Walk(twoPods(2), 1_000);
    walk.bar(BTC, 100).target(0, BTC, 1).target(1, BTC, -1).close();
    walk.bar(BTC, 100, 110).close();
    // At 110 a has 385 and keeps its 3.5, b has 315 and keeps a short of 315 / 110.
    PortfolioDecision third = walk.bar(BTC, 110, 121).close();
    EquityRow books = third.equity().get(0);
    double a = 3.5 * 121;
    double b = 315 - 315 / 110.0 * 11;
    assertThat(books.equity()).isCloseTo(a + b + 300, ROUNDING);
    assertThat(third.allocations())
        .extracting(AllocationRow::previousFraction)
        .usingElementComparator(Comparator.comparingLong(x -> Math.round(x * 1e9)))
        .containsExactly(a / books.equity(), b / books.equity());
    double capital = 0;
    for (int p = 0; p < 2; p++) {
      PodRow pod = third.pods().get(p);
      AllocationRow allocation = third.allocations().get(p);
      assertThat(pod.fraction()).isEqualTo(allocation.fraction());
      assertThat(pod.capital()).isCloseTo(allocation.fraction() * books.equity(), ROUNDING);
      capital += pod.capital();
    }
    assertThat(capital + books.reserve()).isCloseTo(books.equity(), ROUNDING);
  }

  @Test
  void betweenRebalancesCapitalCompoundsAndTheReserveStands() {
    Walk walk = new Walk(twoPods(7), 1_000);
    walk.bar(BTC, 100).target(0, BTC, 1).close();
    walk.bar(BTC, 100, 120).close();
    PortfolioDecision third = walk.bar(BTC, 120, 132).close();
    assertThat(third.allocations()).isEmpty();
    assertThat(third.pods().get(0).capital()).isCloseTo(350 * 1.2 * 1.1, ROUNDING);
    assertThat(third.pods().get(0).fraction()).isCloseTo(0.35, ROUNDING);
    assertThat(third.pods().get(1).capital()).isCloseTo(350, ROUNDING);
    assertThat(third.equity().get(0).reserve()).isCloseTo(300, ROUNDING);
  }

  @Test
  void aSkippedRebalanceLeavesFractionsAndCountsAsTheLast() {
    PortfolioFixture fixture = twoPods(3);
    fixture.minRebalanceTurnover = 1;
    Walk walk = new Walk(fixture, 1_000);
    PortfolioDecision first = walk.bar(BTC, 100).target(0, BTC, 1).close();
    assertThat(first.allocations())
        .extracting(AllocationRow::fraction, AllocationRow::turnover, AllocationRow::applied)
        .containsExactly(tuple(0.25, 0.0, false), tuple(0.25, 0.0, false));
    assertThat(first.events().get(0).message()).isEqualTo("calendar: nothing moved");
    assertThat(first.pods()).extracting(PodRow::capital).containsExactly(250.0, 250.0);
    assertThat(walk.bar(BTC, 100).close().allocations()).isEmpty();
    assertThat(walk.bar(BTC, 100).close().allocations()).isEmpty();
    assertThat(walk.bar(BTC, 100).close().allocations()).hasSize(2);
  }

  @Test
  void driftMakesOneDue() {
    PortfolioFixture fixture = twoPods(10_000);
    fixture.trigger = RebalanceTrigger.HYBRID;
    Walk walk = new Walk(fixture, 1_000);
    walk.bar(BTC, 100).target(0, BTC, 1).close();
    assertThat(walk.bar(BTC, 100, 120).close().allocations()).as("387/1070").isEmpty();
    assertThat(walk.bar(BTC, 120, 180).close().allocations())
        .extracting(AllocationRow::trigger)
        .containsExactly("threshold", "threshold");
  }

  /** Half of what is traded is paid, twice: the close of the stale symbol takes the rest. */
  @Test
  void whenNothingIsLeftNothingIsShared() {
    PortfolioFixture fixture = new PortfolioFixture().pod("a", 1, BTC);
    fixture.costBps = 5_000;
    fixture.calendarDays = 1;
    Walk walk = new Walk(fixture, 1_000);
    walk.bar(BTC, 100).target(0, BTC, 1).close();
    walk.bar(BTC, 100).close();
    walk.target(0, BTC, 0);
    walk.close();
    walk.close();
    PortfolioDecision stale = walk.close();
    assertThat(stale.equity()).extracting(EquityRow::equity).containsExactly(0.0);
    assertThat(stale.allocations()).isEmpty();
  }

  @Test
  void returnsAreKeptForAsLongAsAVolatilityTargetLooksBack() {
    PortfolioFixture fixture = twoPods(7);
    fixture.volatilityTarget = new VolatilityTargetSettings(0.15, 100, 0.1, 1.5);
    Walk walk = new Walk(fixture, 1_000);
    for (int day = 0; day < 110; day++) {
      walk.bar(BTC, 100).close();
    }
    assertThat(walk.state.dailyReturns.byPod[0]).as("more than correlation_lookback").hasSize(100);
  }

  @Test
  void daysBeforeAPodsFirstAreMissingAndTheWindowIsBounded() {
    DailyReturns returns = new DailyReturns(2, 3);
    assertThat(returns.hasBegun()).isFalse();
    returns.add(new double[] {1, Double.NaN});
    returns.add(new double[] {2, 20});
    returns.add(new double[] {3, 30});
    assertThat(returns.byPod[1]).containsExactly(Double.NaN, 20, 30);
    returns.add(new double[] {4, 40});
    assertThat(returns.byPod[0]).containsExactly(2, 3, 4);
    assertThat(returns.byPod[1]).containsExactly(20, 30, 40);
    returns.keep(4);
    returns.add(new double[] {5, 50});
    assertThat(returns.byPod[0]).containsExactly(2, 3, 4, 5);
    returns.keep(2);
    returns.add(new double[] {6, 60});
    assertThat(returns.byPod[0]).containsExactly(3, 4, 5, 6);
  }
}
