package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.api.Timeframe;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.PodRow;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.settings.LifecycleSettings;
import io.podflow.domain.settings.LifecycleState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pods that are not judged. */
@Tag("EV5")
class LifecycleSwitchTest {

  private static final String BTC = "BTC/USDT";
  private static final LifecycleSettings OFF = new LifecycleSettings(false);

  private final PortfolioFixture fixture = new PortfolioFixture();

  private static void lose(Walk walk, int days) {
    for (int day = 0; day < days; day++) {
      walk.dailyReturn(0, -0.02 - 0.001 * (day % 3)).bar(BTC, 100).close();
    }
  }

  @Test
  void aPodThatIsJudgedRetiresAndOneThatIsNotStays() {
    Walk judged = new Walk(fixture.pod("a", 1, BTC), 1_000);
    lose(judged, 100);
    assertThat(judged.state.lives[0].state).isEqualTo(LifecycleState.RETIRED);

    PortfolioFixture off = new PortfolioFixture();
    off.lifecycle = OFF;
    Walk walk = new Walk(off.pod("a", 1, BTC), 1_000);
    lose(walk, 99);
    PortfolioDecision last = walk.dailyReturn(0, -0.02).bar(BTC, 100).close();
    PodRow row = last.pods().get(0);
    assertThat(row.state()).isEqualTo("PRODUCTION");
    assertThat(row.detectorScore()).as("the detector is fed and shown").isFinite().isPositive();
    assertThat(last.events())
        .noneMatch(e -> e.kind() == EventKind.LIFECYCLE && !e.toState().isEmpty());
  }

  @Test
  @Tag("RU1")
  void ruinRetiresAPodThatIsNotJudged() {
    fixture.lifecycle = OFF;
    Walk walk = new Walk(fixture.pod("a", 0.5, BTC).pod("b", 0.5, BTC), 1_000);
    walk.bar(BTC, 100).close();
    PortfolioDecision ruin = walk.bar(BTC, 100).ruin(0).close();
    assertThat(walk.state.lives[0].state).isEqualTo(LifecycleState.RETIRED);
    assertThat(walk.state.lives[1].state).isEqualTo(LifecycleState.PRODUCTION);
    assertThat(ruin.events())
        .filteredOn(e -> e.toState().equals("RETIRED"))
        .singleElement()
        .satisfies(e -> assertThat(e.message()).contains("ruined"));
  }

  @Test
  void whatThePodSaysWins() {
    fixture.lifecycle = OFF;
    fixture.podLifecycle = LifecycleSettings.ON;
    Walk judged = new Walk(fixture.pod("a", 1, BTC), 1_000);
    lose(judged, 100);
    assertThat(judged.state.lives[0].state).isEqualTo(LifecycleState.RETIRED);

    PortfolioFixture on = new PortfolioFixture();
    on.podLifecycle = OFF;
    Walk walk = new Walk(on.pod("a", 1, BTC), 1_000);
    lose(walk, 100);
    assertThat(walk.state.lives[0].state).isEqualTo(LifecycleState.PRODUCTION);
  }

  @Test
  void itStaysInWhateverStateItStarts() {
    fixture.lifecycle = OFF;
    fixture.pod("a", 1, Timeframe.D1, 0, LifecycleState.PROBATION, BTC);
    Walk walk = new Walk(fixture, 1_000);
    lose(walk, 100);
    assertThat(walk.state.lives[0].state).isEqualTo(LifecycleState.PROBATION);
  }

  @Test
  void theDefaultStateIsIncubationAndProductionWhereNobodyIsJudged() {
    assertThat(stateByDefault(LifecycleSettings.ON, null)).isEqualTo(LifecycleState.INCUBATION);
    assertThat(stateByDefault(OFF, null)).isEqualTo(LifecycleState.PRODUCTION);
    assertThat(stateByDefault(OFF, LifecycleSettings.ON)).isEqualTo(LifecycleState.INCUBATION);
    assertThat(stateByDefault(LifecycleSettings.ON, OFF)).isEqualTo(LifecycleState.PRODUCTION);
  }

  private static LifecycleState stateByDefault(
      LifecycleSettings ofAll, @Nullable LifecycleSettings ofPod) {
    PortfolioFixture fixture = new PortfolioFixture();
    fixture.lifecycle = ofAll;
    fixture.podLifecycle = ofPod;
    fixture.podByDefault("a", BTC);
    return fixture.layout().pod(0).initialState();
  }
}
