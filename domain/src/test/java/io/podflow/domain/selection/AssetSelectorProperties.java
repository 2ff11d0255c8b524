package io.podflow.domain.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.settings.SelectorSettings;
import io.podflow.domain.testing.AllTries;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

class AssetSelectorProperties {

  /** From any state to any other, within one bar; the rest cannot happen. */
  private static final Set<String> ARROWS =
      Set.of(
          "ACTIVE > UNDERPERFORMING",
          "ACTIVE > COOLDOWN",
          "UNDERPERFORMING > COOLDOWN",
          "UNDERPERFORMING > RE_ENTRY",
          "COOLDOWN > RE_ENTRY",
          "RE_ENTRY > ACTIVE",
          "RE_ENTRY > UNDERPERFORMING",
          "RE_ENTRY > COOLDOWN");

  /** A hard exclusion and the return on the same bar, when rest and confirmation are one bar. */
  private static final Set<String> SAME_BAR = Set.of("ACTIVE > RE_ENTRY");

  @Tag("B9")
  @Property(tries = 200)
  void moveOneStepABarButForHardExclusion(@ForAll("markets") Market market) {
    double step = 1.0 / market.settings().rampSteps() + 1e-12;
    market.play(
        (run, before, bar) -> {
          for (int i = 0; i < before.length; i++) {
            int level = run.machines[i].level();
            assertThat(level).isBetween(0, market.settings().rampSteps());
            double from = before[i].multiplier(market.settings().rampSteps());
            if (!bar.get(i).hard()) {
              assertThat(Math.abs(run.multiplier(i) - from)).isLessThanOrEqualTo(step);
            } else {
              assertThat(Math.abs(run.multiplier(i) - from) <= step || run.multiplier(i) <= step)
                  .isTrue();
            }
          }
        });
  }

  @Tag("B10")
  @Property(tries = 200)
  void theFloorHoldsOnceItHolds(@ForAll("marketsWithoutGaps") Market market) {
    int floor = Math.min(market.symbols(), market.settings().minActiveAssets());
    market.play(
        (run, before, bar) ->
            assertThat(
                    Arrays.stream(run.machines)
                        .filter(machine -> machine.state().upholdsFloor())
                        .count())
                .isGreaterThanOrEqualTo(floor));
  }

  @Tag("B10")
  @Property(tries = 200)
  void nobodyLeavesBelowTheFloorOfThoseThatAreThere(@ForAll("markets") Market market) {
    market.play(
        (run, before, bar) -> {
          long holding = 0;
          boolean left = false;
          for (int i = 0; i < before.length; i++) {
            if (bar.get(i).present()) {
              holding += run.state(i).upholdsFloor() ? 1 : 0;
              left |= before[i].state().upholdsFloor() && !run.state(i).upholdsFloor();
            }
          }
          if (left) {
            assertThat(holding).isGreaterThanOrEqualTo(market.settings().minActiveAssets());
          }
        });
  }

  @Property(tries = 200)
  @Tag("B12")
  void absentAssetsAreLeftAsTheyStand(@ForAll("markets") Market market) {
    market.play(
        (run, before, bar) -> {
          for (int i = 0; i < before.length; i++) {
            if (!bar.get(i).present()) {
              assertThat(run.machines[i]).isSameAs(before[i]);
            }
          }
        });
  }

  @Property(tries = 50)
  @Tag("C3")
  void disabledDoesNothing(@ForAll("markets") Market market) {
    Market disabled = market.disabled();
    SelectorState initial = SelectorState.initial(disabled.settings().rampSteps());
    disabled.play((run, before, bar) -> assertThat(run.machines).containsOnly(initial));
  }

  @Tag("B6")
  @Property(tries = 200)
  void cooldownLastsItsMinimum(@ForAll("markets") Market market) {
    int[] bars = new int[market.symbols()];
    market.play(
        (run, before, bar) -> {
          for (int i = 0; i < before.length; i++) {
            boolean was = before[i].state() == AssetState.COOLDOWN;
            boolean is = run.state(i) == AssetState.COOLDOWN;
            if (was && bar.get(i).present()) {
              bars[i]++;
            }
            if (!was && is) {
              // the bar of a hard exclusion is the first of the cooldown, that of a ramp's end not
              bars[i] = run.machines[i].cooldown();
              assertThat(bars[i]).isBetween(0, bar.get(i).hard() ? 1 : 0);
            }
            if (was && !is) {
              assertThat(bars[i]).isGreaterThanOrEqualTo(market.settings().minExclusionBars());
            }
          }
        });
  }

  @Tag("B1")
  @Tag("B5")
  @Tag("B7")
  @AllTries
  @Property(tries = 200)
  void allArrowsOfTheTableHappenAndNoOthers(@ForAll("markets") Market market) {
    boolean canReturnAtOnce =
        market.settings().minExclusionBars() == 1
            && market.settings().includeConfirmationBars() == 1;
    market.play(
        (run, before, bar) -> {
          for (int i = 0; i < before.length; i++) {
            String arrow = before[i].state() + " > " + run.state(i);
            if (before[i].state() != run.state(i)) {
              assertThat(ARROWS.contains(arrow) || (canReturnAtOnce && SAME_BAR.contains(arrow)))
                  .as(arrow)
                  .isTrue();
              Statistics.collect(arrow);
            }
          }
        });
    for (String arrow : ARROWS) {
      Statistics.coverage(coverage -> coverage.check(arrow).count(count -> count > 0));
    }
  }

  @Tag("B5")
  @Tag("B7")
  @Property(tries = 100)
  void withTheDefaultRampNothingTurnsMidway(@ForAll("markets") Market market) {
    new Market(Selectors.with(3, 5, 3, 4, 1), market.symbols(), market.bars())
        .play(
            (run, before, bar) -> {
              for (int i = 0; i < before.length; i++) {
                assertThat(before[i].state() + " > " + run.state(i))
                    .isNotEqualTo("UNDERPERFORMING > RE_ENTRY")
                    .isNotEqualTo("RE_ENTRY > UNDERPERFORMING");
              }
            });
  }

  @Provide
  Arbitrary<Market> markets() {
    return markets(0.12);
  }

  @Provide
  Arbitrary<Market> marketsWithoutGaps() {
    return markets(0);
  }

  private static Arbitrary<Market> markets(double absent) {
    Arbitrary<SelectorSettings> settings =
        Combinators.combine(
                Arbitraries.integers().between(1, 6),
                Arbitraries.integers().between(1, 5),
                Arbitraries.integers().between(1, 3),
                Arbitraries.integers().between(1, 6),
                Arbitraries.integers().between(0, 4))
            .as(Selectors::with);
    return Combinators.combine(settings, Arbitraries.integers().between(1, 6))
        .flatAs(
            (chosen, symbols) ->
                stretches(symbols, absent)
                    .list()
                    .ofMinSize(4)
                    .ofMaxSize(16)
                    .map(
                        stretches ->
                            new Market(
                                chosen,
                                symbols,
                                stretches.stream().flatMap(List::stream).toList())));
  }

  /** Some bars on which every symbol stays as it is: scores last in real markets, too. */
  private static Arbitrary<List<List<Reading>>> stretches(int symbols, double absent) {
    Arbitrary<Double> scores = Arbitraries.of(0.05, 0.19, 0.20, 0.30, 0.35, 0.36, 0.90);
    Arbitrary<Boolean> hard = happens(0.08);
    Arbitrary<Boolean> missing = happens(absent);
    Arbitrary<Reading> readings =
        Combinators.combine(scores, hard, missing)
            .as((score, strikes, gone) -> new Reading(score, strikes, !gone));
    return Combinators.combine(
            readings.list().ofSize(symbols), Arbitraries.integers().between(1, 7))
        .as((bar, length) -> Collections.nCopies(length, bar));
  }

  private static Arbitrary<Boolean> happens(double probability) {
    int share = (int) Math.round(probability * 100);
    return share == 0
        ? Arbitraries.just(false)
        : Arbitraries.frequency(Tuple.of(share, true), Tuple.of(100 - share, false));
  }

  /** What one symbol brings to one bar. */
  record Reading(double score, boolean hard, boolean present) {}

  /** Called after every bar. */
  interface Check {
    void after(SelectorRun run, SelectorState[] before, List<Reading> bar);
  }

  /** Settings and the readings of every symbol, bar by bar. */
  record Market(SelectorSettings settings, int symbols, List<List<Reading>> bars) {

    void play(Check check) {
      SelectorRun run = new SelectorRun(settings, symbols);
      for (List<Reading> bar : bars) {
        run.nothingHard();
        double[] scores = new double[symbols];
        for (int i = 0; i < symbols; i++) {
          scores[i] = bar.get(i).score();
          run.present[i] = bar.get(i).present();
          if (bar.get(i).hard()) {
            run.hard(i);
          }
        }
        SelectorState[] before = run.machines.clone();
        run.bar(scores);
        check.after(run, before, bar);
      }
    }

    Market disabled() {
      SelectorSettings s = settings;
      return new Market(
          new SelectorSettings(
              false,
              s.sharpeWeight(),
              s.returnWeight(),
              s.drawdownWeight(),
              s.sharpeLookback(),
              s.returnLookback(),
              s.excludeScoreThreshold(),
              s.includeScoreThreshold(),
              s.hardExcludeSharpe(),
              s.hardExcludeDrawdown(),
              s.excludeConfirmationBars(),
              s.includeConfirmationBars(),
              s.minExclusionBars(),
              s.rampSteps(),
              s.minActiveAssets(),
              s.absoluteMinSharpe(),
              s.absoluteMaxDrawdown(),
              s.maxCooldownCycles()),
          symbols,
          bars);
    }
  }
}
