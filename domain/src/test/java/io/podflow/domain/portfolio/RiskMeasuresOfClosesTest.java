package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.podflow.api.Timeframe;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.settings.LifecycleState;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the limits on risk are held against, as it comes about close by close. */
class RiskMeasuresOfClosesTest {

  private static final String BTC = "BTC/USDT";
  private static final String ETH = "ETH/USDT";

  private final PortfolioFixture fixture = new PortfolioFixture();

  /** At noon all prices are the same: only the closes that end a day count. */
  @Test
  @Tag("EV3")
  void symbolsThatMoveAsOneFromDayToDayAreToldOnceThereAreThirtyReturns() {
    Walk walk = together();
    assertThat(days(walk, 30)).isEmpty();
    assertThat(days(walk, 1)).extracting(Event::severity).containsExactly(Severity.WARNING);
  }

  /** ETH misses three closes of its own, the last of which ends a day. */
  @Test
  @Tag("EV3")
  void aSymbolThatIsStaleIsForgottenAndBeginsAnew() {
    Walk walk = together();
    days(walk, 40);
    walk.bar(BTC, 100).bar(ETH, 10).close();
    walk.bar(BTC, 100).close();
    assertThat(risk(walk.bar(BTC, 100).close())).isEmpty();
    assertThat(walk.state.dayCloses.bySymbol[1]).isNotEmpty();
    assertThat(risk(walk.bar(BTC, 105).close()))
        .extracting(Event::message)
        .containsExactly("asset correlation stress: alert over");
    assertThat(walk.state.dayCloses.bySymbol[1]).isEmpty();
    assertThat(days(walk, 30)).isEmpty();
    assertThat(days(walk, 1)).hasSize(1);
  }

  @Test
  @Tag("EV3")
  void symbolsAreComparedWithFewerThanThreePodsOverTheDaysLookedBackOn() {
    fixture.pod("a", 0.3, BTC).pod("b", 0.3, ETH);
    assertThat(PortfolioState.closesNeeded(fixture.layout())).isEqualTo(91);
    fixture.pod("c", 0.3, BTC);
    assertThat(PortfolioState.closesNeeded(fixture.layout())).isZero();
  }

  /** Twice the limit is wanted, so what is measured is at it, not at four times it. */
  @Test
  @Tag("CA5")
  void leverageIsMeasuredAfterTheCapOnIt() {
    fixture.maxGrossLeverage = 1.5;
    Walk walk = new Walk(fixture.pod("a", 1, BTC), 1_000);
    assertThat(risk(walk.bar(BTC, 100).target(0, BTC, 3).close()))
        .extracting(Event::message)
        .containsExactly("gross leverage 1.5 (limit 1.5)");
  }

  @Test
  @Tag("CA5")
  void leverageIsMeasuredAfterTheFactorOfADefence() {
    fixture.maxGrossLeverage = 1.5;
    fixture.dailyLossLimit = 0.03;
    Walk walk = new Walk(fixture.pod("a", 1, BTC), 1_000);
    walk.bar(BTC, 100).target(0, BTC, 1).close();
    walk.bar(BTC, 100, 80).close();
    for (int day = 0; day < 4; day++) {
      assertThat(risk(walk.bar(BTC, 80).close()))
          .extracting(Event::message)
          .noneMatch(message -> message.startsWith("gross leverage"));
    }
    assertThat(walk.state.riskScale).isEqualTo(1);
  }

  @Test
  @Tag("CA6")
  void aPodsShareOfRiskIsThatOfItsCapital() {
    fixture.maxPodRisk = 0.9;
    Walk walk = new Walk(fixture.pod("a", 0.9, BTC).pod("b", 0.1, ETH), 1_000);
    assertThat(podRisk(walk)).containsExactly(tuple("a", Severity.WARNING));
  }

  private static List<Tuple> podRisk(Walk walk) {
    for (int day = 0; day < 40; day++) {
      walk.dailyReturn(0, day % 2 == 0 ? 0.02 : -0.02);
      walk.dailyReturn(1, day % 4 < 2 ? 0.02 : -0.02);
      PortfolioDecision decision = walk.bar(BTC, 100).bar(ETH, 100).close();
      if (!risk(decision).isEmpty()) {
        return risk(decision).stream().map(e -> tuple(e.pod(), e.severity())).toList();
      }
    }
    return List.of();
  }

  private Walk together() {
    fixture.correlationStress = 0.7;
    fixture.pod("a", 1, Timeframe.H12, 0, LifecycleState.PRODUCTION, BTC, ETH);
    return new Walk(fixture, 1_000);
  }

  /** So many days on which both symbols go up and down together, and are at 100 at noon. */
  private static List<Event> days(Walk walk, int days) {
    List<Event> told = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      told.addAll(risk(walk.bar(BTC, 100).bar(ETH, 10).close()));
      boolean up = walk.time / 86_400_000 % 2 == 0;
      told.addAll(risk(walk.bar(BTC, up ? 105 : 100).bar(ETH, up ? 11 : 10).close()));
    }
    return told;
  }

  private static List<Event> risk(PortfolioDecision decision) {
    return decision.events().stream().filter(e -> e.kind() == EventKind.RISK).toList();
  }
}
