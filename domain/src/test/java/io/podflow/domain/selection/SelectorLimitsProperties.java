package io.podflow.domain.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.settings.SelectorSettings;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** Random figures and random limits, bar by bar. */
@Tag("B8")
class SelectorLimitsProperties {

  private static final int BARS = 150;
  private static final double[] SCORES = {0.05, 0.19, 0.20, 0.30, 0.35, 0.36, 0.90};

  /** Called after every bar. */
  private interface Check {
    void after(SelectorRun run, SelectorState[] before);
  }

  private static SelectorSettings settings(Random random) {
    return Selectors.with(
        1 + random.nextInt(6),
        1 + random.nextInt(3),
        1 + random.nextInt(3),
        1 + random.nextInt(6),
        random.nextInt(4));
  }

  private static SelectorSettings limited(Random random) {
    return Selectors.limited(
        settings(random),
        random.nextBoolean() ? null : -1.2 + random.nextDouble(),
        random.nextBoolean() ? null : 0.1 + 0.1 * random.nextDouble(),
        1 + random.nextInt(4));
  }

  private static void play(SelectorSettings settings, long seed, Check check) {
    Random random = new Random(seed);
    SelectorRun run = new SelectorRun(settings, 1 + random.nextInt(6));
    double[] scores = new double[run.machines.length];
    for (int bar = 0; bar < BARS; bar++) {
      for (int i = 0; i < scores.length; i++) {
        if (random.nextInt(4) == 0) {
          scores[i] = SCORES[random.nextInt(SCORES.length)];
          run.sharpe[i] = random.nextGaussian();
          run.maxDrawdown[i] = 0.2 * random.nextDouble();
          run.returnCounts[i] = random.nextInt(8) == 0 ? 9 : 60;
        }
      }
      SelectorState[] before = run.machines.clone();
      run.bar(scores);
      check.after(run, before);
    }
  }

  @Tag("B10")
  @Property(tries = 300)
  void theFloorHolds(@ForAll long seed) {
    SelectorSettings settings = limited(new Random(seed));
    play(
        settings,
        seed,
        (run, before) ->
            assertThat(
                    Arrays.stream(run.machines)
                        .filter(machine -> machine.state().upholdsFloor())
                        .count())
                .isGreaterThanOrEqualTo(Math.min(run.machines.length, settings.minActiveAssets())));
  }

  @Property(tries = 300)
  void whoIsOutForGoodNeverMovesAgainAndNobodyCoolsDownMoreOften(@ForAll long seed) {
    SelectorSettings settings = limited(new Random(seed));
    AssetSelector selector = new AssetSelector(settings);
    int limit = Objects.requireNonNull(settings.maxCooldownCycles());
    play(
        settings,
        seed,
        (run, before) -> {
          for (int i = 0; i < before.length; i++) {
            SelectorState now = run.machines[i];
            if (selector.isOutForGood(before[i])) {
              assertThat(now).isSameAs(before[i]);
            }
            assertThat(now.cooldowns()).isBetween(before[i].cooldowns(), limit);
            assertThat(selector.isOutForGood(now)).isEqualTo(now.cooldowns() == limit);
          }
        });
  }

  @Property(tries = 300)
  void withoutAFloorWhoCrossesALimitIsOut(@ForAll long seed) {
    Random random = new Random(seed);
    SelectorSettings settings =
        Selectors.limited(Selectors.with(5, 2, 1, 1 + random.nextInt(3), 0), -0.5, 0.15, null);
    AbsoluteLimits limits = new AbsoluteLimits(settings);
    play(
        settings,
        seed,
        (run, before) -> {
          for (int i = 0; i < before.length; i++) {
            MovedBy broken = limits.broken(run.returnCounts[i], run.sharpe[i], run.maxDrawdown[i]);
            if (broken != MovedBy.NOTHING) {
              assertThat(run.state(i) + " " + run.machines[i].level()).isEqualTo("COOLDOWN 0");
            }
          }
        });
  }

  /** Limits that nothing can cross are as none, to the last bit. */
  @Property(tries = 200)
  void limitsOutOfReachChangeNothing(@ForAll long seed) {
    SelectorSettings off = settings(new Random(seed));
    SelectorState[][] expected = new SelectorState[BARS][];
    int[] bar = {0};
    play(off, seed, (run, before) -> expected[bar[0]++] = run.machines.clone());
    bar[0] = 0;
    play(
        Selectors.limited(off, -1e9, 1.0, Integer.MAX_VALUE),
        seed,
        (run, before) -> assertThat(run.machines).isEqualTo(expected[bar[0]++]));
  }
}
