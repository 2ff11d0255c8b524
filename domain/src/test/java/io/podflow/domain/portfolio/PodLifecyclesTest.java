package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.podflow.api.Timeframe;
import io.podflow.domain.journal.AllocationRow;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.MonitorRow;
import io.podflow.domain.journal.PodFillRow;
import io.podflow.domain.journal.PodRow;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.settings.GraduationSettings;
import io.podflow.domain.settings.LifecycleState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The lifecycle in the portfolio: when it runs, what it is told, and what follows at once. */
class PodLifecyclesTest {

  private static final String BTC = "BTC/USDT";

  private final PortfolioFixture fixture = new PortfolioFixture();

  private static List<Event> changes(PortfolioDecision decision) {
    return decision.events().stream()
        .filter(e -> e.kind() == EventKind.LIFECYCLE && !e.toState().isEmpty())
        .toList();
  }

  private static List<Event> run(Walk walk, int days) {
    List<Event> changes = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      changes.addAll(changes(walk.bar(BTC, 100).close()));
    }
    return changes;
  }

  @Test
  @Tag("L3")
  @Tag("A3")
  void aHardStopRetiresThePodClosesItsPositionsAndFreesItsCapitalAtOnce() {
    Walk walk = new Walk(fixture.pod("a", 0.5, BTC).pod("b", 0.5, BTC), 1_000);
    walk.bar(BTC, 100).target(0, BTC, 0.4).target(1, BTC, 0.2).close();
    walk.bar(BTC, 100).dailyReturn(0, -0.26).close();
    PortfolioDecision retired = walk.bar(BTC, 100).dailyReturn(0, 0).close();
    PortfolioDecision day2 = retired;

    assertThat(changes(day2)).isEmpty();
    assertThat(walk.state.lives[0].state).isEqualTo(LifecycleState.RETIRED);
    assertThat(walk.state.fractions[0]).isZero();
    assertThat(day2.podFills())
        .extracting(PodFillRow::pod, PodFillRow::quantity)
        .containsExactly(tuple("a", -2.0));
    assertThat(day2.pods()).extracting(PodRow::state).containsExactly("RETIRED", "PRODUCTION");
  }

  @Test
  @Tag("A3")
  void aRetirementMakesARebalanceDueThatTakesNothingOfTheOthersBudget() {
    Walk walk = new Walk(fixture.pod("a", 0.5, BTC).pod("b", 0.4, BTC), 1_000);
    walk.bar(BTC, 100).close();
    PortfolioDecision retired = walk.bar(BTC, 100).dailyReturn(0, -0.26).close();

    assertThat(changes(retired))
        .extracting(Event::pod, Event::fromState, Event::toState)
        .containsExactly(tuple("a", "PRODUCTION", "RETIRED"));
    assertThat(retired.allocations())
        .extracting(AllocationRow::pod, AllocationRow::trigger, AllocationRow::fraction)
        .contains(tuple("a", "retirement", 0.0));
    assertThat(retired.equity().get(0).reserve()).isEqualTo(600.0);
  }

  @Test
  @Tag("L3")
  void aDrawdownIsToldThoughItChangesNoState() {
    Walk walk = new Walk(fixture.pod("a", 0.5, BTC).pod("b", 0.4, BTC), 1_000);
    assertThat(walk.bar(BTC, 100).close().events()).noneMatch(PodLifecyclesTest::ofLifecycle);
    assertThat(walk.bar(BTC, 100).dailyReturn(1, -0.12).close().events())
        .filteredOn(PodLifecyclesTest::ofLifecycle)
        .extracting(Event::pod, Event::severity, Event::toState, Event::message)
        .containsExactly(
            tuple(
                "b",
                Severity.WARNING,
                "",
                "drawdown 0.1200 is between drawdown_warning 0.1 and max_drawdown 0.15"));
  }

  @Test
  @Tag("L3")
  void aPodIsMonitoredAndHasAScoreUntilItIsRetired() {
    Walk walk = new Walk(fixture.pod("a", 0.5, BTC).pod("b", 0.4, BTC), 1_000);
    walk.bar(BTC, 100).close();
    PortfolioDecision last = walk.bar(BTC, 100).dailyReturn(0, -0.26).close();
    assertThat(last.monitors()).extracting(MonitorRow::pod).containsExactly("a", "b");
    assertThat(last.pods()).extracting(PodRow::detectorScore).doesNotContain(Double.NaN);
    PortfolioDecision over = walk.bar(BTC, 100).dailyReturn(0, 0).close();
    assertThat(over.monitors()).extracting(MonitorRow::pod).containsExactly("b");
    assertThat(over.pods().get(0).detectorScore()).isNaN();
    assertThat(over.pods().get(1).detectorScore()).isNotNaN();
  }

  private static boolean ofLifecycle(Event event) {
    return event.kind() == EventKind.LIFECYCLE;
  }

  @Test
  @Tag("D1")
  void aPodWithoutAnythingToTradeIsWarnedAndCannotRecoverWhileThatLasts() {
    Walk walk = new Walk(fixture.pod("a", 0.5, BTC), 1_000);
    run(walk, 12);

    List<Event> warned = run(walk.allExcluded(0, true), 1);
    assertThat(warned)
        .extracting(Event::fromState, Event::toState, Event::message)
        .containsExactly(tuple("PRODUCTION", "WARNING", "all assets are excluded"));
    assertThat(run(walk, 20)).isEmpty();
    assertThat(run(walk.allExcluded(0, false), 1))
        .extracting(Event::fromState, Event::toState)
        .containsExactly(tuple("WARNING", "PRODUCTION"));
  }

  @Test
  @Tag("L3")
  void theLifecycleRunsOncePerUtcDayInEventTime() {
    fixture.graduation = new GraduationSettings(30, 0.5, 0.2, 5, 0.3, 0.3, 0.65, 20);
    fixture.pod("a", 0.5, Timeframe.H12, 0, LifecycleState.INCUBATION, BTC);
    Walk walk = new Walk(fixture, 1_000);

    assertThat(run(walk, 39)).isEmpty();
    assertThat(run(walk, 1))
        .extracting(Event::toState, Event::message)
        .containsExactly(tuple("RETIRED", "not graduated within 20 days"));
  }

  @Test
  @Tag("L3")
  void whatGraduationCountsAreThePodsFills() {
    fixture.graduation = new GraduationSettings(10, 0.5, 0.2, 3, 0.3, 0.3, 0.65, 90);
    Walk walk =
        new Walk(fixture.pod("a", 0.5, Timeframe.D1, 0, LifecycleState.INCUBATION, BTC), 1_000);
    for (int day = 0; day < 14; day++) {
      walk.dailyReturn(0, day % 5 == 4 ? -0.005 : 0.01);
      assertThat(changes(walk.bar(BTC, 100).target(0, BTC, day < 2 ? 0.1 * day : 0.1).close()))
          .isEmpty();
    }
    walk.bar(BTC, 100).target(0, BTC, 0.3).close();
    walk.bar(BTC, 100).target(0, BTC, 0.5).close();

    assertThat(changes(walk.bar(BTC, 100).close()))
        .extracting(Event::fromState, Event::toState)
        .containsExactly(tuple("INCUBATION", "PRODUCTION"));
    assertThat(walk.state.trades[0]).isEqualTo(3);
  }
}
