package io.podflow.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.market.UtcDays;
import io.podflow.domain.metrics.ReturnWindow;
import io.podflow.domain.risk.DefendedPortfolio.Close;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

@Tag("L7")
class RiskDefenceProperties {

  private static final int DAYS = 120;
  private static final long DAY = UtcDays.DAY_MILLIS;

  /** A market that crashes now and then, and pods that now and then move as one. */
  private static final class Market {

    private final Random random;
    private final double volatility;
    private final double stress;

    Market(long seed) {
      random = new Random(seed);
      volatility = random.nextInt(3) == 0 ? 0.03 : 0.005;
      stress = random.nextInt(3) == 0 ? 0.05 : 0;
    }

    double nextReturn() {
      return random.nextInt(25) == 0
          ? -0.1 * random.nextDouble()
          : volatility * random.nextGaussian();
    }

    double nextCorrelation() {
      return random.nextDouble() < stress ? 0.9 : 0.5 * random.nextDouble();
    }
  }

  private static DefendedPortfolio run(long seed, int closesADay) {
    DefendedPortfolio portfolio = new DefendedPortfolio();
    Market market = new Market(seed);
    for (int i = 1; i <= DAYS * closesADay; i++) {
      portfolio.close(i * (DAY / closesADay), market.nextReturn(), market.nextCorrelation());
    }
    return portfolio;
  }

  @Property(tries = 300)
  void theScaleIsWhatTheCalendarSaysSinceTheLastCriticalClose(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int closesADay) {
    int recovered = DefendedPortfolio.STEPS;
    long day = -1;
    for (Close close : run(seed, closesADay).closes) {
      if (close.day() != day) {
        recovered = Math.min(DefendedPortfolio.STEPS, recovered + 1);
        day = close.day();
      }
      if (close.isCritical()) {
        recovered = 0;
      }
      assertThat(close.scale()).isEqualTo((double) recovered / DefendedPortfolio.STEPS);
    }
  }

  @Property(tries = 300)
  void nothingIsHeldAfterACriticalCloseUntilTheNextDay(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int closesADay) {
    List<Close> closes = run(seed, closesADay).closes;
    for (int i = 1; i < closes.size(); i++) {
      if (closes.get(i - 1).isCritical() && closes.get(i).day() == closes.get(i - 1).day()) {
        assertThat(closes.get(i).exposure()).isZero();
      }
    }
  }

  @Property(tries = 200)
  void defenceEndsWhenItsCauseDoes(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int closesADay) {
    DefendedPortfolio portfolio = run(seed, closesADay);
    long calm = DAYS * DAY;
    for (int i = 1; i <= 100 * closesADay; i++) {
      portfolio.close(calm + i * (DAY / closesADay), 1e-4, 0);
    }
    Close last = portfolio.closes.get(portfolio.closes.size() - 1);
    assertThat(last.scale()).isEqualTo(1);
    assertThat(last.exposure()).isEqualTo(1);
    assertThat(last.isCritical()).isFalse();
  }

  @Property(tries = 200)
  void theNewsAreTheChangesOfSeverityAndNothingElse(@ForAll long seed) {
    DefendedPortfolio portfolio = run(seed, 2);
    for (RiskKind kind : RiskKind.values()) {
      List<RiskAlert> news = portfolio.news.stream().filter(a -> a.kind() == kind).toList();
      for (int i = 1; i < news.size(); i++) {
        assertThat(news.get(i).severity()).isNotEqualTo(news.get(i - 1).severity());
      }
      boolean ever =
          portfolio.closes.stream()
              .flatMap(close -> close.alerts().stream())
              .anyMatch(alert -> alert.kind() == kind);
      assertThat(news.isEmpty()).isEqualTo(!ever);
    }
  }

  @Property(tries = 200)
  void aStateCopiedFieldByFieldGoesOnAsTheOriginal(@ForAll long seed) {
    DefendedPortfolio original = new DefendedPortfolio();
    DefendedPortfolio restored = new DefendedPortfolio();
    Market market = new Market(seed);
    for (int i = 1; i <= DAYS * 2; i++) {
      double moved = market.nextReturn();
      double correlation = market.nextCorrelation();
      Close close = original.close(i * DAY / 2, moved, correlation);
      assertThat(restored.close(i * DAY / 2, moved, correlation)).isEqualTo(close);
      restored.state = copy(restored.state);
    }
  }

  /** What a day's closes are like does not count for what is measured at its end. */
  @Property(tries = 200)
  void closesWithinADayChangeNothingAtItsEnd(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int closesADay) {
    Random random = new Random(seed);
    RiskState coarse = new RiskState(10_000);
    RiskState fine = new RiskState(10_000);
    double equity = 10_000;
    for (int day = 1; day <= DAYS; day++) {
      double low = equity;
      equity *= 1 + 0.02 * random.nextGaussian();
      boolean flat = random.nextInt(4) == 0;
      low = Math.min(low, equity);
      for (int i = 1; i < closesADay; i++) {
        EquityRisk.observe(fine, (day - 1) * DAY + i * DAY / closesADay, low, flat);
      }
      EquityRisk.observe(fine, day * DAY, equity, flat);
      EquityRisk.observe(coarse, day * DAY, equity, flat);
      assertThat(measures(fine)).containsExactly(measures(coarse));
    }
  }

  private static double[] measures(RiskState state) {
    return new double[] {
      EquityRisk.drawdown(state), EquityRisk.dailyLoss(state), EquityRisk.volatility(state)
    };
  }

  private static RiskState copy(RiskState state) {
    RiskState copy = new RiskState();
    copyFields(state, copy);
    copy.exposedDays = new ReturnWindow();
    copyFields(state.exposedDays, copy.exposedDays);
    copy.exposedDays.values = state.exposedDays.values.clone();
    copy.standing = state.standing.clone();
    return copy;
  }

  private static void copyFields(Object from, Object to) {
    try {
      for (Field field : from.getClass().getFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          field.set(to, field.get(from));
        }
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
