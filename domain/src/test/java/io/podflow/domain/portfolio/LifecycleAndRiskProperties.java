package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Timeframe;
import io.podflow.domain.journal.AllocationRow;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.PodFillRow;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.journal.TargetRow;
import io.podflow.domain.market.UtcDays;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.risk.RiskState;
import io.podflow.domain.settings.GraduationSettings;
import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.settings.PageHinkleySettings;
import io.podflow.domain.settings.RetirementSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** Laws of lifecycle and risk over random return streams of pods and markets. */
@Tag("L3")
@Tag("L7")
class LifecycleAndRiskProperties {

  private static final Set<String> LEGAL =
      Set.of(
          "INCUBATION PRODUCTION",
          "INCUBATION RETIRED",
          "PRODUCTION WARNING",
          "PRODUCTION RETIRED",
          "WARNING PRODUCTION",
          "WARNING PROBATION",
          "WARNING RETIRED",
          "PROBATION PRODUCTION",
          "PROBATION RETIRED");

  private static final String[] SYMBOLS = {"A/U", "B/U", "C/U"};
  private static final int DAYS = 250;
  private static final int STEPS = 3;

  private final Map<String, String> states = new HashMap<>();
  private final Map<String, Long> retiredAt = new HashMap<>();

  private static PortfolioFixture fixture(Random random) {
    PortfolioFixture fixture = new PortfolioFixture();
    fixture.graduation = new GraduationSettings(12, 0.2, 0.3, 2, 0.1, 0.3, 1, 60);
    fixture.retirement =
        new RetirementSettings(0.2 + 0.4 * random.nextDouble(), 3 + random.nextInt(4), 0.1, 20);
    fixture.pageHinkley = new PageHinkleySettings(0.1, 1 + 4 * random.nextDouble(), 0.99, true);
    fixture.dailyLossLimit = 0.02 + 0.03 * random.nextDouble();
    fixture.maxDrawdown = 0.05 + 0.1 * random.nextDouble();
    fixture.maxVolatility = 0.2 + random.nextDouble();
    fixture.correlationStress = random.nextBoolean() ? 100 : 0.9;
    fixture.calendarDays = 1 + random.nextInt(7);
    fixture.minRebalanceTurnover = 0;
    fixture.maxGrossLeverage = 3.0;
    for (int p = 0; p < 3; p++) {
      LifecycleState state = LifecycleState.values()[random.nextInt(4)];
      fixture.pod("p" + p, 0.3, Timeframe.D1, 0, state, SYMBOLS);
    }
    return fixture;
  }

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void holdWhateverThePodsEarn(@ForAll long seed) {
    Random random = new Random(seed);
    PortfolioFixture fixture = fixture(random);
    Walk walk = new Walk(fixture, 1_000);
    for (int p = 0; p < 3; p++) {
      states.put("p" + p, walk.state.lives[p].state.name());
    }
    double[] drift = new double[3];
    double[] price = {100, 50, 10};
    for (int day = 0; day < DAYS; day++) {
      for (int p = 0; p < 3; p++) {
        drift[p] = random.nextInt(30) == 0 ? 0.01 * random.nextGaussian() : drift[p];
        walk.dailyReturn(p, drift[p] + 0.02 * random.nextGaussian());
        walk.allExcluded(p, random.nextInt(40) == 0);
      }
      for (int s = 0; s < 3; s++) {
        price[s] *= 1 + 0.03 * random.nextGaussian();
        walk.bar(SYMBOLS[s], price[s]);
        walk.target(random.nextInt(3), SYMBOLS[s], 0.5 * random.nextGaussian());
      }
      check(walk, walk.close());
    }
    quiet(walk, price);
    states.clear();
    retiredAt.clear();
  }

  private void check(Walk walk, PortfolioDecision decision) {
    transitions(decision);
    fractions(decision, walk);
    retired(decision);
    defence(walk, decision);
  }

  private void transitions(PortfolioDecision decision) {
    for (Event event : decision.events()) {
      if (event.kind() == EventKind.LIFECYCLE && !event.toState().isEmpty()) {
        assertThat(LEGAL).contains(event.fromState() + " " + event.toState());
        assertThat(states.put(event.pod(), event.toState())).isEqualTo(event.fromState());
        if (event.toState().equals("RETIRED")) {
          retiredAt.put(event.pod(), decision.closeTime());
        }
      }
    }
    decision.pods().forEach(row -> assertThat(row.state()).isEqualTo(states.get(row.pod())));
  }

  private static void fractions(PortfolioDecision decision, Walk walk) {
    double sum = 0;
    for (double fraction : walk.state.fractions) {
      assertThat(fraction).isBetween(0.0, 1.0);
      sum += fraction;
    }
    assertThat(sum).isLessThanOrEqualTo(1 + 1e-9);
    for (AllocationRow row : decision.allocations()) {
      assertThat(row.lifecycleWeight()).isBetween(0.0, 1.0);
    }
  }

  /**
   * The bar at whose close it retires may have filled what was decided before, and the next open
   * closes what it held; after that it has no part in any fill.
   */
  private void retired(PortfolioDecision decision) {
    for (PodFillRow fill : decision.podFills()) {
      Long since = retiredAt.get(fill.pod());
      if (since != null) {
        assertThat(decision.closeTime())
            .as(fill + " of a pod that retired at " + since)
            .isIn(since, since + Timeframe.D1.millis());
      }
    }
  }

  private static void defence(Walk walk, PortfolioDecision decision) {
    RiskState risk = walk.state.risk;
    boolean critical =
        decision.events().stream()
            .anyMatch(
                e ->
                    e.kind() == EventKind.RISK
                        && e.severity() == Severity.CRITICAL
                        && e.toState().isEmpty());
    long day = UtcDays.dayOf(decision.closeTime());
    double expected =
        risk.defenceDay == RiskState.NEVER
            ? 1
            : Math.min(1, (double) (day - risk.defenceDay) / STEPS);
    for (TargetRow row : decision.targets()) {
      assertThat(row.riskScale()).isBetween(0.0, 1.0).isCloseTo(expected, within(1e-15));
      assertThat(!critical || row.riskScale() == 0).isTrue();
    }
  }

  /** No pod wants or earns anything any more: whatever had been critical is over. */
  private static void quiet(Walk walk, double[] price) {
    double scale = Double.NaN;
    for (int day = 0; day < 100 + STEPS; day++) {
      for (int s = 0; s < 3; s++) {
        walk.bar(SYMBOLS[s], price[s]);
      }
      for (int p = 0; p < 3; p++) {
        walk.dailyReturn(p, 0).allExcluded(p, false);
        for (String symbol : SYMBOLS) {
          walk.target(p, symbol, 0);
        }
      }
      PortfolioDecision decision = walk.close();
      scale = decision.targets().get(0).riskScale();
    }
    assertThat(scale).isEqualTo(1);
  }
}
