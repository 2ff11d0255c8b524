package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.journal.OrderRow;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.settings.SlippageModel;
import io.podflow.domain.settings.SlippageSettings;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Shares of volume and slippage that grows with an order (decision FI3); volumes are 1 here. */
@Tag("FI3")
class VolumeSlippageTest {

  private static final String BTC = "BTC/USDT";

  private static Walk walk(SlippageModel model, int days) {
    PortfolioFixture fixture = new PortfolioFixture().pod("a", 1, BTC);
    fixture.slippage = new SlippageSettings(model, 100, 5);
    Walk walk = new Walk(fixture, 1_000);
    for (int day = 0; day < days - 1; day++) {
      walk.bar(BTC, 100).close();
    }
    walk.bar(BTC, 100).target(0, BTC, 0.4).close();
    return walk;
  }

  private static double slippage(Walk walk) {
    // the bar of the fill is no part of the mean, however much is traded in it
    return walk.bar(BTC, 100, 900).close().fills().get(0).slippageCost();
  }

  @Test
  void anOrderIsComparedWithTheBarItIsFilledIn() {
    PortfolioDecision filled = walk(SlippageModel.NONE, 1).bar(BTC, 100, 200).close();
    assertThat(filled.orders().get(0).volumeShare()).isCloseTo(400 / 200.0, within(1e-12));
  }

  @Test
  void ofABarInWhichNothingWasTradedNothingIsAShare() {
    Walk walk = walk(SlippageModel.NONE, 1);
    long next = walk.layout.nextClose(walk.time);
    Bar quiet = new Bar(0, Timeframe.D1, next, 100, 100, 100, 100, 0);
    PortfolioDecision filled =
        walk.step.onClose(walk.state, next, new Bar[] {quiet}, new PodDecision[1], List.of());
    assertThat(filled.orders()).extracting(OrderRow::volumeShare).containsExactly(Double.NaN);
  }

  @Test
  void theCloseOfAStaleSymbolHasNoBar() {
    Walk walk = walk(SlippageModel.NONE, 1);
    walk.bar(BTC, 100, 200).close();
    walk.close();
    walk.close();
    PortfolioDecision stale = walk.close();
    assertThat(stale.orders())
        .filteredOn(order -> order.reason().equals("stale"))
        .singleElement()
        .satisfies(order -> assertThat(order.volumeShare()).isNaN());
  }

  @Test
  void fewerThanFiveDaysLeaveTheFlatRateAlone() {
    assertThat(slippage(walk(SlippageModel.LINEAR, 4))).isZero();
  }

  @Test
  void linearSlippageIsInProportionToTheShareOfADay() {
    // 400 of 100 a day: 4 · 100 basis points of 400
    assertThat(slippage(walk(SlippageModel.LINEAR, 5))).isCloseTo(400 * 0.04, within(1e-9));
  }

  @Test
  void theRootOfTheShareCounts() {
    assertThat(slippage(walk(SlippageModel.SQUARE_ROOT, 7))).isCloseTo(400 * 0.02, within(1e-9));
  }

  @Test
  void withoutAModelNothingIsAdded() {
    assertThat(slippage(walk(SlippageModel.NONE, 7))).isZero();
  }

  @Test
  void daysMoveWithTheNameOfTheirSymbol() {
    Walk walk = walk(SlippageModel.LINEAR, 6);
    PortfolioFixture next = new PortfolioFixture().pod("a", 1, "ETH/USDT", BTC);
    next.slippage = new SlippageSettings(SlippageModel.LINEAR, 100, 40);
    Walk after = new Walk(walk, next, TradingMode.PAPER);
    after.target(0, BTC, 0.4);
    PortfolioDecision filled = after.bar(BTC, 100).bar("ETH/USDT", 10).close();
    assertThat(filled.fills().get(0).slippageCost()).isCloseTo(400 * 0.04, within(1e-9));
    assertThat(after.state.tradedValues.days.length).isEqualTo(2);
  }
}
