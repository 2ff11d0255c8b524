package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.portfolio.day.TrendStrength;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How much the symbols trend, as the cash buffer asks it. */
@Tag("L4")
class TrendStrengthTest {

  private static final String BTC = "BTC/USDT";
  private static final String ETH = "ETH/USDT";

  private final Walk walk =
      new Walk(new PortfolioFixture().pod("a", 0.5, BTC).pod("b", 0.5, ETH, BTC), 1_000);
  private final PortfolioState state = walk.state;

  @Test
  void whereNothingIsMeasuredNothingIsKnown() {
    assertThat(TrendStrength.mean(state)).isNaN();
    take(decision(0, new double[0], true), null);
    assertThat(TrendStrength.mean(state)).isNaN();
    take(decision(0, new double[] {0}, true), null);
    assertThat(TrendStrength.mean(state)).as("0 is no measure").isNaN();
  }

  /** b measures BTC as well, but a comes first; ETH is the first symbol of b. */
  @Test
  void eachSymbolIsMeasuredByTheFirstPodThatTradesIt() {
    take(decision(0, new double[] {20}, true), decision(1, new double[] {35, 99}, true, true));
    assertThat(state.adx).containsExactly(20, 35);
    assertThat(TrendStrength.mean(state)).isEqualTo(27.5);
    take(null, decision(1, new double[] {40, 99}, true, true));
    assertThat(state.adx).as("a has no close").containsExactly(20, 40);
  }

  @Test
  void withoutABarTheMeasureOfBeforeStands() {
    take(decision(0, new double[] {20}, true), decision(1, new double[] {35, 99}, true, true));
    take(decision(0, new double[] {50}, false), decision(1, new double[] {45, 99}, true, false));
    assertThat(state.adx).containsExactly(20, 45);
  }

  @Test
  void theMeanIsOverTheSymbolsThatAreMeasured() {
    take(decision(0, new double[] {0}, true), decision(1, new double[] {30, 99}, true, true));
    assertThat(TrendStrength.mean(state)).isEqualTo(30);
  }

  private void take(@Nullable PodDecision a, @Nullable PodDecision b) {
    new TrendStrength(walk.layout).take(state, new @Nullable PodDecision[] {a, b});
  }

  private PodDecision decision(int pod, double[] adx, boolean... present) {
    return new PodDecision(
        pod,
        walk.time,
        new double[present.length],
        present,
        adx,
        false,
        0,
        null,
        List.of(),
        List.of());
  }
}
