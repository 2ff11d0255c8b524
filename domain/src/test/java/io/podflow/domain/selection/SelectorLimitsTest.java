package io.podflow.domain.selection;

import static io.podflow.domain.selection.AssetState.ACTIVE;
import static io.podflow.domain.selection.AssetState.COOLDOWN;
import static io.podflow.domain.selection.SelectorRun.HIGH;
import static io.podflow.domain.selection.SelectorRun.LOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.settings.SelectorSettings;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Absolute limits and permanent exclusion, which are off by default. */
@Tag("B8")
class SelectorLimitsTest {

  private static final SelectorSettings ABSOLUTE =
      Selectors.limited(Selectors.DEFAULTS, 0.5, 0.25, null);

  /** One step, one bar to leave, to rest and to return; out for good the second time. */
  private static final SelectorSettings TWICE =
      Selectors.limited(Selectors.with(1, 1, 1, 1, 1), null, null, 2);

  private static SelectorRun figures(SelectorSettings settings, double sharpe, double drawdown) {
    SelectorRun run = new SelectorRun(settings, 4);
    Arrays.fill(run.sharpe, 1);
    run.sharpe[0] = sharpe;
    run.maxDrawdown[0] = drawdown;
    return run;
  }

  @ParameterizedTest
  @CsvSource({
    // Sharpe | drawdown | after
    "1.0,       0.0,       ACTIVE 3",
    "0.5,       0.25,      ACTIVE 3",
    "0.4999999999999999, 0.2500000000000001, ACTIVE 3",
    "0.49,      0.0,       COOLDOWN 0",
    "1.0,       0.26,      COOLDOWN 0",
    "0.49,      0.26,      COOLDOWN 0",
  })
  void eitherLimitCrossedTakesAnAssetOutWhateverItsScore(
      double sharpe, double drawdown, String after) {
    SelectorRun run = figures(ABSOLUTE, sharpe, drawdown);
    run.first(1, HIGH);
    assertThat(run.where()).isEqualTo(after);
  }

  @Test
  void eachLimitStandsAlone() {
    SelectorRun poor = figures(Selectors.limited(Selectors.DEFAULTS, null, 0.25, null), -5, 0.1);
    SelectorRun deep = figures(Selectors.limited(Selectors.DEFAULTS, 0.5, null, null), 1, 0.9);
    SelectorRun off = figures(Selectors.DEFAULTS, -5, 0.15);
    for (SelectorRun run : new SelectorRun[] {poor, deep, off}) {
      run.first(1, HIGH);
      assertThat(run.where()).isEqualTo("ACTIVE 3");
    }
  }

  @Tag("B3")
  @Test
  void nineReturnsAreTooFewToCrossALimit() {
    SelectorRun run = figures(ABSOLUTE, -5, 0);
    run.returnCounts[0] = 9;
    run.first(1, HIGH);
    assertThat(run.where()).isEqualTo("ACTIVE 3");
  }

  @Tag("B10")
  @Test
  void theFloorIsAskedAndTheHardExclusionsComeFirst() {
    SelectorRun run = new SelectorRun(ABSOLUTE, 3);
    run.hard(2);
    run.bar(HIGH, HIGH, HIGH);
    assertThat(run.state(2)).isEqualTo(COOLDOWN);
    assertThat(run.state(0)).isEqualTo(ACTIVE);
    assertThat(run.state(1)).isEqualTo(ACTIVE);
  }

  @Test
  void theBarItselfIsTheFirstOfTheCooldown() {
    SelectorRun run = figures(ABSOLUTE, -0.5, 0);
    run.first(1, HIGH);
    assertThat(run.machines[0]).isEqualTo(new SelectorState(COOLDOWN, 0, 0, 1, 1));
    run.first(1, HIGH);
    assertThat(run.machines[0]).isEqualTo(new SelectorState(COOLDOWN, 0, 0, 2, 1));
  }

  @Test
  void theLastCooldownNeverEnds() {
    SelectorRun run = new SelectorRun(TWICE, 2);
    AssetSelector selector = new AssetSelector(TWICE);
    run.first(2, LOW);
    assertThat(run.machines[0]).isEqualTo(new SelectorState(COOLDOWN, 0, 0, 0, 1));
    assertThat(selector.isOutForGood(run.machines[0])).isFalse();
    run.first(2, HIGH);
    assertThat(run.where()).isEqualTo("ACTIVE 1");
    run.first(2, LOW);
    assertThat(selector.isOutForGood(run.machines[0])).isTrue();

    run.first(100, HIGH);
    assertThat(run.machines[0]).isEqualTo(new SelectorState(COOLDOWN, 0, 0, 0, 2));
  }

  @Test
  void theCountAloneKeepsAnAssetOut() {
    SelectorRun restored = new SelectorRun(TWICE, 2);
    restored.machines[0] = new SelectorState(COOLDOWN, 0, 0, 7, 2);
    restored.first(50, HIGH);
    assertThat(restored.machines[0]).isEqualTo(new SelectorState(COOLDOWN, 0, 0, 7, 2));
  }

  @Test
  void stateFromBeforeTheCountHasTheWholeLimitBeforeIt() {
    assertThat(new SelectorState(COOLDOWN, 0, 0, 7))
        .isEqualTo(new SelectorState(COOLDOWN, 0, 0, 7, 0));
  }

  @Test
  void aLimitThatIsLoweredDoesNotFreezeWhoTrades() {
    SelectorRun run = new SelectorRun(TWICE, 2);
    run.machines[0] = new SelectorState(ACTIVE, 1, 0, 0, 5);
    run.first(1, LOW);
    assertThat(run.where()).isEqualTo("UNDERPERFORMING 0");
    run.first(1, LOW);
    assertThat(new AssetSelector(TWICE).isOutForGood(run.machines[0])).isTrue();
  }
}
