package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.journal.Cause;
import io.podflow.domain.netting.LeverageLimit;
import io.podflow.domain.pod.Factors;
import io.podflow.domain.pod.TargetFactors;
import io.podflow.domain.portfolio.books.OrphanPositions;
import io.podflow.domain.portfolio.orders.NettedTargets;
import io.podflow.domain.portfolio.orders.SymbolChange;
import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.settings.Market;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is left to change of a symbol, and what it is put down to. */
@Tag("TR4")
class SymbolChangeTest {

  private static final String BTC = "BTC/USDT";
  private static final Offset<Double> ROUNDING = within(1e-9);

  /** A pod wants 4 BTC at 100, which are on their way. */
  private static Walk wanted() {
    Walk walk = new Walk(new PortfolioFixture().pod("a", 0.4, BTC), 1_000);
    walk.target(0, BTC, 1).bar(BTC, 100).close();
    return walk;
  }

  private static Walk held() {
    Walk walk = wanted();
    walk.bar(BTC, 100).close();
    assertThat(walk.state.ledger.quantity(0)).isCloseTo(4, ROUNDING);
    return walk;
  }

  private static SymbolChange change(Walk walk) {
    OrphanPositions orphans = new OrphanPositions(walk.layout);
    NettedTargets targets =
        NettedTargets.of(walk.state, orphans, 3, new LeverageLimit(20.0), Market.PERPETUAL);
    return SymbolChange.of(walk.state, orphans, 0, targets, null);
  }

  /** The cause where the pod wants nothing any more of what it holds. */
  private static @Nullable Cause causeOfLeaving(Walk walk, @Nullable TargetFactors standing) {
    walk.state.targets[0][0] = 0;
    walk.state.shares[0][0].standing = standing;
    SymbolChange change = change(walk);
    assertThat(change.changes()[0]).isCloseTo(-4, ROUNDING);
    assertThat(change.causes()).containsExactly(change.cause());
    return change.cause();
  }

  private static TargetFactors nothing(boolean ruined, boolean gone) {
    return new TargetFactors(0, 1, 1, 1, false, false, 0, true, ruined, gone);
  }

  @Test
  void whatIsOnItsWayIsNotChangedAgain() {
    Walk walk = wanted();
    assertThat(change(walk).changes()).containsExactly(0);
    assertThat(change(walk).cause()).isNull();
    walk.state.targets[0][0] = 0.75;
    walk.state.shares[0][0].standing = TargetFactors.of(0.75);
    SymbolChange less = change(walk);
    assertThat(less.changes()[0]).as("4 are on their way and 3 are wanted").isCloseTo(-1, ROUNDING);
    assertThat(less.causes()).containsExactly(Cause.SIGNAL);
    assertThat(less.cause()).isEqualTo(Cause.SIGNAL);
  }

  @Test
  void whatARuinedPodGivesUpIsPutDownToItsLife() {
    assertThat(causeOfLeaving(held(), nothing(true, false))).isEqualTo(Cause.LIFECYCLE);
  }

  @Test
  void whatAPodGivesUpForMissingBarsIsPutDownToThem() {
    assertThat(causeOfLeaving(held(), nothing(false, true))).isEqualTo(Cause.STALE);
  }

  @Test
  void whatAPodGivesUpThatItGotFromTheExchangeSideIsPutDownToThat() {
    Walk walk = held();
    walk.state.shares[0][0].adopted = true;
    assertThat(causeOfLeaving(walk, nothing(false, false))).isEqualTo(Cause.RECONCILE);
  }

  @Test
  void whatARetiredPodGivesUpIsPutDownToItsLifeAndWhatAnotherDoesToItsSignal() {
    assertThat(causeOfLeaving(held(), null)).isEqualTo(Cause.SIGNAL);
    Walk retired = held();
    retired.state.lives[0].state = LifecycleState.RETIRED;
    SymbolChange change = change(retired);
    assertThat(change.cause()).isEqualTo(Cause.LIFECYCLE);
  }

  /** A stop is known from the standing target, and only from there. */
  @Test
  void whatAStopTakesOutIsPutDownToIt() {
    TargetFactors stopped = new TargetFactors(0, 1, 1, 1, true, false, 0, true);
    assertThat(causeOfLeaving(held(), stopped)).isEqualTo(Cause.STOP);
  }

  @Test
  @Tag("TR0")
  void theLargestQuantityIsTheMeasureOfRoundingWhicheverPodHasIt() {
    SymbolChange held = of(new double[] {-12, 20}, new double[] {3, -40});
    assertThat(held.largest()).isEqualTo(40);
    SymbolChange wanted = of(new double[] {-50, 20}, new double[] {3, -40});
    assertThat(wanted.largest()).isEqualTo(50);
  }

  private static SymbolChange of(double[] wanted, double[] held) {
    double[] none = new double[2];
    return new SymbolChange(wanted, held, none, none, none, new Factors[2], new Cause[2], null);
  }
}
