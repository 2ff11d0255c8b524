package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.execution.TradeRows;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.books.DecisionBuilder;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.portfolio.day.IdleCapital;
import io.podflow.domain.settings.LifecycleState;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which reasons are told for capital that lies idle. */
@Tag("EV5")
class IdleReasonsTest {

  private static final String BTC = "BTC/USDT";

  private final PortfolioFixture fixture =
      new PortfolioFixture().pod("a", 0.4, BTC).pod("b", 0.5, BTC);

  private static String reasons(PortfolioDecision decision) {
    return decision.events().stream()
        .filter(event -> event.kind() == EventKind.IDLE)
        .map(Event::message)
        .map(message -> message.substring(message.indexOf("2024-01-01: ") + 12))
        .findFirst()
        .orElse("");
  }

  /** The first one comes with the first day that a pod has ended. */
  @Test
  void beforeTheFirstRebalanceInitialFractionsHold() {
    Walk walk = new Walk(fixture, 1_000);
    long midnight = walk.layout.nextClose(walk.time);
    assertThat(
            reasons(
                walk.step.onClose(walk.state, midnight, new Bar[1], new PodDecision[2], List.of())))
        .isEqualTo("no rebalance yet, so initial_fraction holds");
  }

  @Test
  void whereNothingElseExplainsItMovesAreLimited() {
    assertThat(reasons(new Walk(fixture, 1_000).bar(BTC, 100).close()))
        .isEqualTo("limits on moves of capital (turnover_constraint, min_rebalance_turnover)");
  }

  /** On paper it is there, whatever rounding says; a retired pod may have what it likes. */
  @Test
  void activePodsThatCanHaveNoMoreAreNamed() {
    fixture.pod("old", 0.1, Timeframe.D1, 0, LifecycleState.RETIRED, BTC);
    Walk walk = new Walk(fixture, 1_000);
    walk.state.fractions[0] = 1 - 1e-10;
    walk.state.fractions[1] = 1 - 1e-8;
    walk.state.fractions[2] = 1;
    assertThat(reasons(walk.bar(BTC, 100).close())).isEqualTo("RETIRED: old; at max_fraction: a");
  }

  @Test
  void ofEquityOfExactlyNothingNothingIsTold() {
    Walk walk = new Walk(fixture, 1_000);
    walk.state.ledger.podCash[0] = -1_000;
    walk.state.ledger.reserve = 500;
    assertThat(walk.state.ledger.equity()).isZero();
    DecisionBuilder builder =
        new DecisionBuilder(walk.time, new TradeRows(walk.layout), new Bar[1]);
    new IdleCapital(walk.layout).endDay(walk.state, builder);
    assertThat(builder.decision().events()).isEmpty();
  }
}
