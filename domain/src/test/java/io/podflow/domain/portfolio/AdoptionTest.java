package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.execution.PositionReport;
import io.podflow.domain.execution.PositionSnapshot;
import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.portfolio.broker.Adoption;
import io.podflow.domain.settings.LifecycleState;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who gets what the exchange side holds beyond the books, and what the books then show. */
@Tag("L7")
class AdoptionTest {

  private static final String BTC = "BTC/USDT";

  private static Walk twoPods() {
    Walk walk = new Walk(new PortfolioFixture().pod("a", 0.4, BTC).pod("b", 0.4, BTC), 1_000);
    walk.bar(BTC, 100).close();
    return walk;
  }

  private static void adopt(Walk walk, double quantity) {
    PositionReport report = new PositionReport(BTC, quantity, 90, 0);
    Adoption.adopt(walk.state, new PositionSnapshot(List.of(report), List.of()));
  }

  @Test
  void podsShareADifferenceByTheSizesOfWhatTheyHold() {
    Walk walk = twoPods();
    walk.state.ledger.adopt(0, 0, 3);
    walk.state.ledger.adopt(1, 0, -1);
    adopt(walk, 6);
    assertThat(walk.state.ledger.quantities).isDeepEqualTo(new double[][] {{6}, {0}});
    assertThat(walk.state.ledger.averagePrices[0]).isEqualTo(90);
    assertThat(walk.state.shares[1][0].adopted).isTrue();
  }

  @Test
  void whatNobodyHoldsGoesToTheFirstPodThatIsNotRetired() {
    Walk walk = twoPods();
    walk.state.lives[0].state = LifecycleState.RETIRED;
    adopt(walk, 2);
    assertThat(walk.state.ledger.quantities).isDeepEqualTo(new double[][] {{0}, {2}});
    assertThat(walk.state.shares[0][0].adopted).isFalse();
  }

  @Test
  void whereAllPodsAreRetiredWhatNobodyHoldsGoesToTheFirst() {
    Walk walk = twoPods();
    walk.state.lives[0].state = LifecycleState.RETIRED;
    walk.state.lives[1].state = LifecycleState.RETIRED;
    adopt(walk, 2);
    assertThat(walk.state.ledger.quantities).isDeepEqualTo(new double[][] {{2}, {0}});
  }

  @Test
  void aShortPositionMakesNetExposureNegative() {
    Walk walk = twoPods();
    walk.target(0, BTC, -0.5).bar(BTC, 100).close();
    EquityRow books = walk.bar(BTC, 100).close().equity().get(0);
    assertThat(books.grossExposure()).isEqualTo(0.2);
    assertThat(books.netExposure()).isEqualTo(-0.2);
  }
}
