package io.podflow.domain.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** The law that no ratio, index or drawdown is computed on a base that is not positive. */
class RuinFiguresProperties {

  @Property(tries = 500)
  @Tag("RU1")
  void whateverEquityDoesFiguresAreOfPositiveBases(@ForAll long seed) {
    Random random = new Random(seed);
    double[] equity = new double[2 + random.nextInt(40)];
    equity[0] = 1_000;
    double last = equity[0];
    boolean usedUp = false;
    for (int k = 1; k < equity.length; k++) {
      equity[k] = 1_500 * random.nextDouble() - 100 * random.nextInt(3);
      last = usedUp ? last : equity[k];
      usedUp |= equity[k] <= 0;
    }
    HeadlineFigures figures = RuinFiguresTest.figures(equity);
    assertThat(figures.maxDrawdown()).isBetween(0.0, 1.0);
    assertThat(figures.cagr()).isGreaterThanOrEqualTo(-1).isFinite();
    assertThat(figures.totalReturn())
        .as("no growth on what is used up")
        .isCloseTo(last / equity[0] - 1, within(1e-9));
  }

  @Property(tries = 500)
  @Tag("RU1")
  void anAccountThatIsUsedUpStaysSo(@ForAll long seed) {
    Random random = new Random(seed);
    Performance account = new Performance();
    boolean usedUp = false;
    for (int day = random.nextInt(40); day >= 0; day--) {
      double dailyReturn = Math.max(-2, random.nextGaussian());
      account.add(dailyReturn);
      usedUp |= dailyReturn <= -1;
      assertThat(account.index > 0).isEqualTo(!usedUp);
      assertThat(account.index).isNotNegative();
      assertThat(account.maxDrawdown()).isBetween(0.0, 1.0);
      assertThat(account.currentDrawdown()).isBetween(0.0, 1.0);
    }
  }
}
