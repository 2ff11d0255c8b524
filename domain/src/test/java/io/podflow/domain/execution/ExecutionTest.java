package io.podflow.domain.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.journal.Cause;
import io.podflow.domain.settings.SlippageModel;
import io.podflow.domain.settings.SlippageSettings;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("L7")
class ExecutionTest {

  private static final long CLOSE = Instant.parse("2024-01-02T00:00:00Z").toEpochMilli();
  private static final CostModel COSTS = new CostModel(4, 1, 2);

  @Test
  void feeAndSlippageAreBasisPointsOfTheNotional() {
    assertThat(COSTS.fee(10_000)).isCloseTo(4.0, within(1e-12));
    assertThat(COSTS.slippageCost(10_000, Double.NaN)).isCloseTo(3.0, within(1e-12));
  }

  @Test
  void whereNothingWasTradedSlippageIsFlat() {
    SlippageSettings linear = new SlippageSettings(SlippageModel.LINEAR, 10, 30);
    CostModel grows = new CostModel(4, 1, 2, linear);
    assertThat(grows.slippageCost(10_000, 0)).isCloseTo(3.0, within(1e-12));
    assertThat(grows.slippageCost(10_000, 1_000)).isCloseTo(103.0, within(1e-9));
  }

  @Test
  void costsFollowTheSentPartOnly() {
    double[] changes = {6, -3, 2};
    Trade trade =
        Trade.whole(0, CLOSE, Why.all(Cause.SIGNAL, 3), 100, changes, Crossing.of(changes));
    Execution execution = Execution.onPaper(trade, CLOSE, 200, COSTS, Double.NaN);
    assertThat(execution.notional()).isEqualTo(1_000);
    assertThat(execution.fee()).isCloseTo(0.4, within(1e-12));
    assertThat(execution.slippageCost()).isCloseTo(0.3, within(1e-12));
    assertThat(execution.cost(0)).isCloseTo(0.7 * 3.75 / 5, within(1e-12));
    assertThat(execution.cost(1)).isZero();
    assertThat(execution.cost(2)).isCloseTo(0.7 * 1.25 / 5, within(1e-12));
  }

  @Test
  void aCrossIsFree() {
    Trade trade =
        Trade.crossOnly(
            0, CLOSE, Why.all(Cause.SIGNAL, 2), 100, Crossing.of(new double[] {6, -3}).crossed());
    Execution execution = Execution.onPaper(trade, CLOSE, 200, COSTS, Double.NaN);
    assertThat(trade.hasOrder()).isFalse();
    assertThat(trade.changes()).containsExactly(3, -3);
    assertThat(execution.notional()).isZero();
    assertThat(execution.cost(0)).isZero();
  }

  @Test
  void podsShareAnOrderThatIsCutToLotsAsTheySharedTheWholeOne() {
    double[] changes = {6, -3, 2};
    Trade whole =
        Trade.whole(0, CLOSE, Why.all(Cause.SIGNAL, 3), 100, changes, Crossing.of(changes));
    Trade cut = whole.sending(4);
    assertThat(cut.orderQuantity()).isEqualTo(4);
    assertThat(cut.ordered()).isEqualTo(4);
    assertThat(cut.crossed()).containsExactly(whole.crossed());
    assertThat(cut.sent(0)).isCloseTo(3.75 * 4 / 5, within(1e-12));
    assertThat(cut.sent(1)).isZero();
    assertThat(cut.sent(2)).isCloseTo(1.25 * 4 / 5, within(1e-12));
    assertThat(whole.sending(5)).isSameAs(whole);
  }

  @Test
  void aTradeOfBeforeCausesWereKeptHasNoWordForAPod() {
    Why why = Why.before(OrderReason.STALE);
    assertThat(why.cause()).isEqualTo(Cause.STALE);
    assertThat(why.label(0)).isEmpty();
    assertThat(why.among(2).label(1)).isEmpty();
  }

  @Test
  void idsFollowFromTheDecision() {
    OrderIds ids = new OrderIds("main");
    String order = ids.order("BTC/USDT", CLOSE, 1);
    assertThat(order).isEqualTo("main:BTC/USDT:2024-01-02T00:00:00Z:1");
    assertThat(OrderIds.fill(order)).isEqualTo("main:BTC/USDT:2024-01-02T00:00:00Z:1:f1");
    assertThat(ids.cross("BTC/USDT", CLOSE)).isEqualTo("main:BTC/USDT:2024-01-02T00:00:00Z:x");
  }
}
