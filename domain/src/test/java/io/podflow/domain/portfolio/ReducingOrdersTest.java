package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.execution.TradingMode;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which orders the exchange side may only reduce a position by. */
@Tag("E1")
class ReducingOrdersTest {

  private static final String BTC = "BTC/USDT";
  private static final String ETH = "ETH/USDT";

  /** The order that closes what one removed pod holds beside what is kept of another. */
  private static OrderCommand closing(double leaving, double kept) {
    Walk walk =
        new Walk(
            new PortfolioFixture()
                .pod("a", 0.3, BTC)
                .podThatLeaves("close", "b", 0.3, ETH)
                .podThatLeaves("hold", "c", 0.3, ETH),
            1_000);
    walk.target(1, ETH, leaving).target(2, ETH, kept).bar(BTC, 100).bar(ETH, 10).close();
    walk.bar(BTC, 100).bar(ETH, 10).close();
    Walk after = new Walk(walk, new PortfolioFixture().pod("a", 0.3, BTC), TradingMode.EXTERNAL);
    List<OrderCommand> sent = after.bar(BTC, 100).bar(ETH, 10).close().commands();
    assertThat(sent).hasSize(1);
    assertThat(sent.get(0).quantity()).isCloseTo(-30 * leaving, within(1e-9));
    return sent.get(0);
  }

  @Test
  void whatMakesAPositionSmallerOnlyReducesIt() {
    assertThat(closing(0.4, 1).reduceOnly()).as("12 of 42").isTrue();
    assertThat(closing(-0.4, -1).reduceOnly()).as("-12 of -42").isTrue();
  }

  @Test
  void whatLeavesAPositionOnTheOtherSideDoesNot() {
    assertThat(closing(1, -0.4).reduceOnly()).as("30 of 18").isFalse();
    assertThat(closing(-1, 0.4).reduceOnly()).as("-30 of -18").isFalse();
  }

  /** Somebody trades it, and may want more again before the order is done. */
  @Test
  void whatATargetMakesSmallerDoesNot() {
    Walk paper = new Walk(new PortfolioFixture().pod("a", 1, BTC), 1_000);
    paper.target(0, BTC, 1).bar(BTC, 100).close();
    paper.bar(BTC, 100).close();
    Walk walk = new Walk(paper, new PortfolioFixture().pod("a", 1, BTC), TradingMode.EXTERNAL);
    List<OrderCommand> sent = walk.target(0, BTC, 0.5).bar(BTC, 100).close().commands();
    assertThat(sent).extracting(OrderCommand::reduceOnly).containsExactly(false);
  }
}
