package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.journal.TargetRow;
import io.podflow.domain.netting.LeverageLimit;
import io.podflow.domain.netting.Netting;
import io.podflow.domain.pod.Factors;
import io.podflow.domain.portfolio.books.OrphanPositions;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.portfolio.orders.NettedTargets;
import io.podflow.domain.settings.Market;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is kept of a removed pod is exposure, and no factor makes it smaller (decision EX7). */
@Tag("EX7")
class NettedTargetsTest {

  private static final Offset<Double> ROUNDING = within(1e-12);
  private static final String BTC = "BTC/USDT";
  private static final double PRICE = 100;
  private static final double EQUITY = 1_000;

  /** A pod wants a half of equity and 2 units, a fifth, are kept; all factors together are 1/8. */
  private static NettedTargets withKept(double equity) {
    double[][] kept = {{0}, {2}};
    Netting netting = Netting.of(new double[][] {{0.5}, {0.2}}, 1);
    return new NettedTargets(
            equity,
            new double[][] {{0.5}, {0}},
            kept,
            new boolean[1],
            netting,
            0.5,
            1,
            1,
            Double.NaN,
            new double[] {400, 200})
        .scaled(0.5)
        .capped(0.5, 0.3);
  }

  @Test
  void factorsActOnWhatIsFollowedAndNotOnWhatIsKept() {
    NettedTargets targets = withKept(EQUITY);
    assertThat(targets.weights(new double[] {PRICE})[0]).isCloseTo(0.5 / 4 + 0.2, ROUNDING);
    assertThat(targets.followed(0)).isCloseTo(0.5 / 8, ROUNDING);
    double[] quantities = targets.quantities(0, PRICE);
    assertThat(quantities[0]).isCloseTo(0.5 / 8 * EQUITY / PRICE, ROUNDING);
    assertThat(quantities[1]).isEqualTo(2);
    TargetRow row = targets.row(1, 0, BTC, PRICE, "");
    assertThat(row.target()).isCloseTo(0.5 / 8 + 0.2, ROUNDING);
    assertThat(row.netTarget()).isCloseTo(0.7, ROUNDING);
  }

  @Test
  void whatIsKeptIsNoPartOfEquityThatIsUsedUp() {
    NettedTargets targets = withKept(0);
    assertThat(targets.weights(new double[] {PRICE})[0]).isCloseTo(0.7 / 4, ROUNDING);
  }

  @Test
  void theFactorsOfAPodMakeTheQuantityThatItWants() {
    PortfolioState state = state();
    state.targets[0][0] = 1;
    state.shares[0][0].standing = null;
    state.fractions[0] = 0.5;
    Factors factors = targets(state, 0.2, 400).factors(state, 0, 0);
    assertThat(factors.fraction()).isEqualTo(0.5);
    assertThat(factors.leverageScale()).as("with what a spot market clips").isEqualTo(0.25);
    assertThat(factors.unit()).as("capital beside the fraction").isEqualTo(400 / (0.5 * PRICE));
    assertThat(factors.product()).isCloseTo(0.2 * 0.5 * EQUITY / PRICE, ROUNDING);
  }

  @Test
  void withoutAFractionTheUnitIsEquity() {
    PortfolioState state = state();
    state.fractions[0] = 0;
    assertThat(targets(state, 0, 400).factors(state, 0, 0).unit()).isEqualTo(EQUITY / PRICE);
    assertThat(targets(state, 0, 0).factors(state, 0, 0).unit()).as("no capital").isZero();
  }

  @Test
  @Tag("FP19")
  void aSymbolThatIsStaleIsNotWanted() {
    PortfolioState state = state();
    state.targets[0][0] = 1;
    state.missed[0] = 2;
    assertThat(of(state).podWeights()[0][0]).isCloseTo(0.4, ROUNDING);
    state.missed[0] = 3;
    assertThat(of(state).podWeights()[0][0]).isZero();
  }

  private static NettedTargets of(PortfolioState state) {
    OrphanPositions nobody =
        new OrphanPositions(new PortfolioFixture().pod("a", 0.4, BTC).layout());
    return NettedTargets.of(state, nobody, 3, new LeverageLimit(null), Market.PERPETUAL);
  }

  private static NettedTargets targets(PortfolioState state, double weight, double capital) {
    double[][] weights = {{weight}};
    Netting netting = Netting.of(weights, 1);
    return new NettedTargets(
        state.ledger.equity(),
        weights,
        new double[1][1],
        new boolean[1],
        netting,
        0.5,
        1,
        1,
        Double.NaN,
        new double[] {capital});
  }

  private static PortfolioState state() {
    Walk walk = new Walk(new PortfolioFixture().pod("a", 0.4, BTC), EQUITY);
    walk.bar(BTC, PRICE).close();
    return walk.state;
  }
}
