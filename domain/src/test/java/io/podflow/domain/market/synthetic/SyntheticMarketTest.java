package io.podflow.domain.market.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the synthetic market promises, for several seeds. */
class SyntheticMarketTest {

  private static final long HALF_DAY = Timeframe.H12.millis();

  @Test
  void theSameSeedGivesTheSameBitsAndAnotherOneDoesNot() {
    SyntheticMarket market = SyntheticMarket.of(1);
    assertThat(all(SyntheticMarket.of(1))).isEqualTo(all(market));
    assertThat(all(SyntheticMarket.of(2))).isNotEqualTo(all(market));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 42, -7})
  void barsAreSound(long seed) {
    assertThat(all(SyntheticMarket.of(seed)))
        .allSatisfy(
            bar -> {
              assertThat(bar.low()).isPositive();
              assertThat(bar.low()).isLessThanOrEqualTo(Math.min(bar.open(), bar.close()));
              assertThat(bar.high()).isGreaterThanOrEqualTo(Math.max(bar.open(), bar.close()));
              assertThat(bar.high()).isFinite();
              assertThat(bar.volume()).isPositive().isFinite();
              assertThat(bar.timeframe()).isEqualTo(Timeframe.H12);
            });
  }

  @Test
  void everySymbolHasEveryBarOfItsLife() {
    SyntheticMarket market = SyntheticMarket.of(1);
    assertThat(market.universe().size()).isEqualTo(17);
    for (int symbol = 0; symbol < 17; symbol++) {
      List<Bar> bars = market.bars(symbol);
      String name = market.universe().symbol(symbol);
      boolean late = name.equals(SyntheticMarket.LATE_SYMBOL);
      boolean delisted = name.equals(SyntheticMarket.DELISTED_SYMBOL);
      long first = late ? SyntheticMarket.LISTING_OPEN : SyntheticMarket.FIRST_OPEN;
      long end = SyntheticMarket.FIRST_OPEN + SyntheticMarket.BARS * HALF_DAY;
      long last = delisted ? SyntheticMarket.DELISTING_CLOSE : end;
      assertThat(bars.stream().mapToLong(Bar::closeTime))
          .containsExactly(
              LongStream.iterate(first + HALF_DAY, t -> t <= last, t -> t + HALF_DAY)
                  .boxed()
                  .toArray(Long[]::new));
    }
  }

  @Test
  void theCrashHitsEveryoneWithWicks() {
    SyntheticMarket market = SyntheticMarket.of(1);
    for (int symbol = 0; symbol < 17; symbol++) {
      List<Bar> crash =
          market.bars(symbol).stream()
              .filter(bar -> bar.closeTime() > SyntheticMarket.CRASH_OPEN)
              .limit(2)
              .toList();
      assertThat(crash.get(1).close()).isLessThan(0.85 * crash.get(0).open());
      assertThat(crash.get(1).low()).isLessThan(0.92 * crash.get(1).close());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 42})
  void volumeFollowsVolatility(long seed) {
    SyntheticMarket market = SyntheticMarket.of(seed);
    for (int symbol = 0; symbol < 15; symbol++) {
      List<Bar> bars = market.bars(symbol);
      double[] range = bars.stream().mapToDouble(b -> StrictMath.log(b.high() / b.low())).toArray();
      double[] turnover =
          bars.stream().mapToDouble(b -> StrictMath.log(b.volume() * b.close())).toArray();
      assertThat(correlation(range, turnover)).isGreaterThan(0.3);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 42})
  void symbolsMoveTogetherButNotInStep(long seed) {
    SyntheticMarket market = SyntheticMarket.of(seed);
    for (int symbol = 1; symbol < 15; symbol++) {
      double rho = correlation(returns(market.bars(0)), returns(market.bars(symbol)));
      assertThat(rho).isBetween(0.2, 0.9);
    }
  }

  @Test
  void momentumEarnsSomethingPlausibleOverManySeeds() {
    double[] sharpes =
        IntStream.rangeClosed(1, 20)
            .mapToDouble(seed -> momentumSharpe(SyntheticMarket.of(seed)))
            .sorted()
            .toArray();
    assertThat((sharpes[9] + sharpes[10]) / 2).isBetween(0.5, 1.5);
    assertThat(sharpes[0]).isGreaterThan(-1);
    assertThat(sharpes[19]).isLessThan(3);
  }

  /** Sign of the last 60 returns, one unit of the average symbol, 7 bps a turn. */
  private static double momentumSharpe(SyntheticMarket market) {
    double[] pnl = new double[SyntheticMarket.BARS - 1];
    for (int symbol = 0; symbol < 15; symbol++) {
      double[] closes = market.bars(symbol).stream().mapToDouble(Bar::close).toArray();
      double position = 0;
      for (int t = 60; t < closes.length - 1; t++) {
        double wanted = Math.signum(closes[t] / closes[t - 60] - 1);
        pnl[t] += (wanted * (closes[t + 1] / closes[t] - 1) - Math.abs(wanted - position) * 7e-4);
        position = wanted;
      }
    }
    double mean = IntStream.range(60, pnl.length).mapToDouble(t -> pnl[t]).average().orElseThrow();
    double square =
        IntStream.range(60, pnl.length)
            .mapToDouble(t -> (pnl[t] - mean) * (pnl[t] - mean))
            .average()
            .orElseThrow();
    return mean / Math.sqrt(square) * Math.sqrt(730);
  }

  private static List<Bar> all(SyntheticMarket market) {
    List<Bar> bars = new ArrayList<>();
    for (int symbol = 0; symbol < market.universe().size(); symbol++) {
      bars.addAll(market.bars(symbol));
    }
    return bars;
  }

  private static double[] returns(List<Bar> bars) {
    return IntStream.range(1, bars.size())
        .mapToDouble(i -> bars.get(i).close() / bars.get(i - 1).close() - 1)
        .toArray();
  }

  private static double correlation(double[] x, double[] y) {
    double meanX = IntStream.range(0, x.length).mapToDouble(i -> x[i]).average().orElseThrow();
    double meanY = IntStream.range(0, y.length).mapToDouble(i -> y[i]).average().orElseThrow();
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - meanX) * (y[i] - meanY);
      xx += (x[i] - meanX) * (x[i] - meanX);
      yy += (y[i] - meanY) * (y[i] - meanY);
    }
    return xy / Math.sqrt(xx * yy);
  }
}
