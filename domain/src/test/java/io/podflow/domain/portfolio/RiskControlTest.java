package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Timeframe;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.FillRow;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.journal.TargetRow;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.settings.LifecycleState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The risk layer on the ledger (decisions CA3 to CA6), close by close. */
@Tag("L7")
class RiskControlTest {

  private static final String BTC = "BTC/USDT";

  private final PortfolioFixture fixture = new PortfolioFixture();

  private static List<Double> scales(Walk walk, int closes) {
    List<Double> scales = new ArrayList<>();
    for (int i = 0; i < closes; i++) {
      PortfolioDecision decision = walk.bar(BTC, 80).close();
      scales.add(decision.targets().get(0).riskScale());
    }
    return scales;
  }

  private static List<Event> risk(PortfolioDecision decision) {
    return decision.events().stream().filter(e -> e.kind() == EventKind.RISK).toList();
  }

  @Test
  void aCriticalLossClosesEverythingAndTargetsReturnAStepADay() {
    fixture.dailyLossLimit = 0.03;
    Walk walk = new Walk(fixture.pod("a", 1, BTC), 1_000);
    walk.bar(BTC, 100).target(0, BTC, 1).close();

    PortfolioDecision loss = walk.bar(BTC, 100, 80).close();

    assertThat(loss.targets()).extracting(TargetRow::riskScale).containsExactly(0.0);
    assertThat(risk(loss))
        .extracting(Event::severity, Event::fromState, Event::toState)
        .containsExactly(
            tuple(Severity.CRITICAL, "", ""), tuple(Severity.CRITICAL, "NORMAL", "DEFENCE"));
    PortfolioDecision flat = walk.bar(BTC, 80).close();
    assertThat(flat.fills())
        .extracting(FillRow::side, FillRow::quantity)
        .containsExactly(tuple("SELL", 10.0));
    assertThat(flat.targets().get(0).riskScale()).isCloseTo(1.0 / 3, within(1e-15));
    assertThat(scales(walk, 3)).containsExactly(2.0 / 3, 1.0, 1.0);
    assertThat(walk.state.fractions).as("stored fractions are never scaled").containsExactly(1.0);
  }

  @Test
  void aStepIsADayHoweverManyClosesItHas() {
    fixture.dailyLossLimit = 0.03;
    fixture.pod("a", 1, Timeframe.H12, 0, LifecycleState.PRODUCTION, BTC);
    Walk walk = new Walk(fixture, 1_000);
    walk.bar(BTC, 100).target(0, BTC, 1).close();
    walk.bar(BTC, 100).close();

    assertThat(walk.bar(BTC, 100, 80).close().targets().get(0).riskScale()).isZero();
    assertThat(scales(walk, 6)).containsExactly(0.0, 1 / 3.0, 1 / 3.0, 2 / 3.0, 2 / 3.0, 1.0);
  }

  @Test
  void theRiskIsCheckedAlsoWhereNoCapitalMoves() {
    fixture.dailyLossLimit = 0.03;
    fixture.calendarDays = 10_000;
    Walk walk = new Walk(fixture.pod("a", 1, BTC), 1_000);
    walk.bar(BTC, 100).target(0, BTC, 1).close();
    walk.bar(BTC, 100).close();

    PortfolioDecision loss = walk.bar(BTC, 100, 96).close();

    assertThat(loss.allocations()).isEmpty();
    assertThat(loss.targets().get(0).riskScale()).isZero();
  }

  @Test
  void theDrawdownOfADefenceThatIsOverCountsNoMore() {
    fixture.maxDrawdown = 0.15;
    Walk walk = new Walk(fixture.pod("a", 1, BTC), 1_000);
    walk.bar(BTC, 100).target(0, BTC, 1).close();
    assertThat(walk.bar(BTC, 100, 80).close().targets().get(0).riskScale()).isZero();

    assertThat(scales(walk, 4)).containsExactly(1 / 3.0, 2 / 3.0, 1.0, 1.0);
    assertThat(walk.bar(BTC, 80, 69).close().targets().get(0).riskScale())
        .as("a fall of less than the limit from the new peak")
        .isEqualTo(1.0);
    assertThat(walk.bar(BTC, 69, 67).close().targets().get(0).riskScale()).isZero();
  }

  @Test
  void aWarningWarnsOnceAndSaysWhenItIsOver() {
    fixture.dailyLossLimit = 0.10;
    Walk walk = new Walk(fixture.pod("a", 1, BTC), 1_000);
    walk.bar(BTC, 100).target(0, BTC, 1).close();

    PortfolioDecision warned = walk.bar(BTC, 100, 91.5).close();
    assertThat(risk(warned)).extracting(Event::severity).containsExactly(Severity.WARNING);
    assertThat(warned.targets().get(0).riskScale()).isEqualTo(1);

    assertThat(risk(walk.bar(BTC, 91.5).close()))
        .extracting(Event::severity, Event::message)
        .containsExactly(tuple(Severity.INFO, "daily loss: alert over"));
  }

  @Test
  void atTheLeverageCapThereIsAWarningAndNoDefence() {
    fixture.maxGrossLeverage = 1.0;
    Walk walk = new Walk(fixture.pod("a", 1, BTC), 1_000);

    PortfolioDecision capped = walk.bar(BTC, 100).target(0, BTC, 3).close();

    assertThat(capped.targets().get(0).target()).isCloseTo(1, within(1e-12));
    assertThat(risk(capped)).extracting(Event::severity).containsExactly(Severity.WARNING);
  }

  @Test
  void podsThatCancelEachOtherRaiseANettingWarning() {
    fixture.nettingOffsetWarning = 0.5;
    Walk walk = new Walk(fixture.pod("a", 0.5, BTC).pod("b", 0.5, BTC), 1_000);

    PortfolioDecision decision = walk.bar(BTC, 100).target(0, BTC, 1).target(1, BTC, -0.9).close();

    assertThat(risk(decision))
        .singleElement()
        .satisfies(e -> assertThat(e.message()).startsWith("netting offset 0.9"))
        .satisfies(e -> assertThat(e.severity()).isEqualTo(Severity.WARNING));
  }
}
