package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.pod.DayReport;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.pod.TargetFactors;
import io.podflow.domain.settings.CashBufferSettings;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How the trend that pods measure comes to hold cash back. */
@Tag("A1")
class TrendAtACloseTest {

  private static final String BTC = "BTC/USDT";
  private static final DayReport QUIET = new DayReport(0, 1, 0, 0, 0, 0, 1, 0);

  /** The fraction of a pod that has one half of equity, after its first day. */
  private static double fraction(double... adx) {
    PortfolioFixture fixture = new PortfolioFixture().pod("a", 0.5, BTC);
    fixture.minRebalanceTurnover = 0;
    fixture.cashBuffer = new CashBufferSettings(14, 25, 20, 0.2);
    Walk walk = new Walk(fixture, 1_000);
    long time = walk.layout.nextClose(walk.time);
    PodDecision decision =
        new PodDecision(
            0,
            time,
            new double[] {0},
            new boolean[] {true},
            adx,
            false,
            0,
            QUIET,
            List.of(),
            List.of(),
            new TargetFactors[] {TargetFactors.of(0)});
    Bar bar = new Bar(0, Timeframe.D1, time, 100, 100, 100, 100, 1);
    walk.step.onClose(walk.state, time, new Bar[] {bar}, new PodDecision[] {decision}, List.of());
    return walk.state.fractions[0];
  }

  @Test
  void aMarketWithoutATrendHoldsCashBackAtTheCloseThatMeasuresIt() {
    assertThat(fraction(10)).as("a fifth").isCloseTo(0.4, within(1e-12));
    assertThat(fraction(30)).as("a trend").isCloseTo(0.5, within(1e-12));
    assertThat(fraction()).as("nobody measures").isCloseTo(0.5, within(1e-12));
  }
}
