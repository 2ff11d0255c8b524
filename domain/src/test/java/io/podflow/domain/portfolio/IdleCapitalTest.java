package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.api.Timeframe;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.settings.LifecycleState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("EV5")
class IdleCapitalTest {

  private static final String BTC = "BTC/USDT";

  private static List<Event> told(PortfolioDecision decision) {
    return decision.events().stream().filter(e -> e.kind() == EventKind.IDLE).toList();
  }

  private static List<Integer> daysTold(Walk walk, int days) {
    List<Integer> told = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      if (!told(walk.bar(BTC, 100).close()).isEmpty()) {
        told.add(day);
      }
    }
    return told;
  }

  @Test
  void itIsToldOnTheFirstDayAndEverySeventhAfter() {
    Walk walk = new Walk(new PortfolioFixture().pod("a", 0.9, BTC), 1_000);
    assertThat(daysTold(walk, 16)).containsExactly(0, 7, 14);
  }

  @Test
  void fivePercentIsNotYetIdle() {
    assertThat(daysTold(new Walk(new PortfolioFixture().pod("a", 0.95, BTC), 1_000), 9)).isEmpty();
    assertThat(daysTold(new Walk(new PortfolioFixture().pod("a", 0.949, BTC), 1_000), 5))
        .containsExactly(0);
  }

  @Test
  void itIsToldAtTheEndsOfDaysOnly() {
    PortfolioFixture fixture =
        new PortfolioFixture().pod("a", 0.5, Timeframe.H12, 0, LifecycleState.PRODUCTION, BTC);
    assertThat(daysTold(new Walk(fixture, 1_000), 16)).containsExactly(1, 15);
  }

  @Test
  void howMuchSinceWhenAndWhyAreTold() {
    PortfolioFixture fixture =
        new PortfolioFixture()
            .pod("a", 0.4, BTC)
            .pod("gone", 0.5, Timeframe.D1, 0, LifecycleState.RETIRED, BTC);
    Walk walk = new Walk(fixture, 1_000);
    daysTold(walk, 7);
    Event event = told(walk.bar(BTC, 100).close()).get(0);
    assertThat(event.severity()).isEqualTo(Severity.WARNING);
    assertThat(event.message())
        .startsWith("reserve 600.0 (0.6 of equity) idle since 2024-01-01: RETIRED: gone")
        .contains("; alone, so initial_fraction holds: a");
  }

  @Test
  void anEndOfItStartsTheDaysAnew() {
    Walk walk = new Walk(new PortfolioFixture().pod("a", 0.9, BTC), 1_000);
    assertThat(daysTold(walk, 3)).containsExactly(0);
    walk.state.ledger.setCapital(0, 1_000);
    assertThat(daysTold(walk, 2)).isEmpty();
    assertThat(walk.state.idleSince).isEqualTo(PortfolioState.NOT_IDLE);
    walk.state.ledger.setCapital(0, 800);
    assertThat(daysTold(walk, 9)).containsExactly(0, 7);
  }
}
