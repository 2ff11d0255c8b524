package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.PodFillRow;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.settings.Market;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Decision EX6 at run time: what reaches a spot market is never net short. */
@Tag("L7")
class SpotMarketTest {

  private static final String BTC = "BTC/USDT";

  private final PortfolioFixture fixture =
      new PortfolioFixture().pod("a", 0.5, BTC).pod("b", 0.5, BTC);

  private PortfolioDecision close(Walk walk, double a, double b) {
    return walk.bar(BTC, 100).target(0, BTC, a).target(1, BTC, b).close();
  }

  @Test
  void aNetShortIsCutBackToNothingAndTheRestCrossesInTheHouse() {
    fixture.market = Market.SPOT;
    Walk walk = new Walk(fixture, 1_000);

    PortfolioDecision decision = close(walk, 0.4, -0.8);

    assertThat(decision.targets().get(0).netTarget()).isCloseTo(0, within(1e-15));
    assertThat(decision.events())
        .filteredOn(e -> e.kind() == EventKind.RISK)
        .extracting(Event::symbol, Event::severity, Event::message)
        .containsExactly(
            tuple(BTC, Severity.WARNING, "net short cut back to 0: the market is spot"));
    PortfolioDecision next = close(walk, 0.4, -0.8);
    assertThat(next.events()).as("said once").isEmpty();
    assertThat(next.orders()).isEmpty();
    assertThat(next.podFills())
        .extracting(PodFillRow::pod, PodFillRow::quantity, PodFillRow::crossed)
        .containsExactly(tuple("a", 2.0, true), tuple("b", -2.0, true));
  }

  @Test
  void aShortThatOthersOutweighIsLeftAlone() {
    fixture.market = Market.SPOT;

    PortfolioDecision decision = close(new Walk(fixture, 1_000), 0.8, -0.4);

    assertThat(decision.targets().get(0).netTarget()).isCloseTo(0.2, within(1e-15));
    assertThat(decision.events()).noneMatch(e -> e.kind() == EventKind.RISK);
  }

  @Test
  void theEndOfTheCutIsSaid() {
    fixture.market = Market.SPOT;
    Walk walk = new Walk(fixture, 1_000);
    close(walk, 0, -0.8);

    assertThat(close(walk, 0, 0.2).events())
        .filteredOn(e -> e.kind() == EventKind.RISK)
        .extracting(Event::severity, Event::message)
        .containsExactly(tuple(Severity.INFO, "no net short is wanted any more"));
  }

  @Test
  void perpetualsMayBeShort() {
    assertThat(close(new Walk(fixture, 1_000), 0, -0.8).targets().get(0).netTarget())
        .isEqualTo(-0.4);
  }
}
