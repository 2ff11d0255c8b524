package io.podflow.domain.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Timeframe;
import io.podflow.domain.settings.ExposureBasis;
import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.settings.PodSettings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("L7")
class StopRulesTest {

  private final HeldPosition held = new HeldPosition();

  private static StopRules rules(@Nullable Double loss, boolean trails) {
    return new StopRules(
        new PodSettings(
            "p",
            "test",
            Map.of(),
            List.of("A/USDT"),
            Timeframe.D1,
            0.1,
            1,
            0,
            0.15,
            0.1,
            2,
            loss,
            trails,
            3.0,
            0,
            null,
            null,
            ExposureBasis.PER_ASSET,
            LifecycleState.PRODUCTION,
            null,
            null,
            null,
            10));
  }

  private @Nullable Stop bar(StopRules rules, double open, double high, double low, double close) {
    return rules.onBar(held, open, high, low, close);
  }

  @Test
  void aLongIsStoppedBelowItsEntryLessTheLoss() {
    StopRules rules = rules(0.10, false);
    bar(rules, 99, 101, 98, 100);
    held.aim(0.5);

    assertThat(bar(rules, 102, 103, 91.8, 95)).isNull();
    Stop stop = Objects.requireNonNull(bar(rules, 95, 96, 91.79, 95));

    assertThat(held.averagePrice).isEqualTo(102);
    assertThat(stop.kind()).isEqualTo(Stop.Kind.STOP_LOSS);
    assertThat(stop.touched()).isEqualTo(91.79);
    assertThat(stop.level()).isCloseTo(91.8, within(1e-12));
  }

  @Test
  void aShortIsStoppedAboveItsEntryPlusTheLoss() {
    StopRules rules = rules(0.10, false);
    bar(rules, 100, 100, 100, 100);
    held.aim(-0.5);

    assertThat(bar(rules, 100, 110, 90, 100)).isNull();
    Stop stop = Objects.requireNonNull(bar(rules, 100, 110.01, 90, 100));

    assertThat(stop.touched()).isEqualTo(110.01);
  }

  /** 90 is 10 % below 100 in any unit, although 0.09 · 10⁻⁴ is a last bit above 0.9 · 10⁻⁵. */
  @Test
  @Tag("EV6")
  void aLowOfExactlyTheLevelStopsInNoUnit() {
    for (double unit : new double[] {1, 1_000, 1e-3, 1e-6, 1e-7, 3, 7e-5}) {
      for (int entry = 10; entry <= 1_000; entry += 10) {
        HeldPosition position = new HeldPosition();
        StopRules rules = rules(0.10, false);
        double price = entry * unit;
        rules.onBar(position, price, price, price, price);
        position.aim(1);
        double level = entry / 10 * 9 * unit;
        assertThat(rules.onBar(position, price, price, level, price)).as("%s", price).isNull();
        assertThat(rules.onBar(position, price, price, level * (1 - 1e-9), price)).isNotNull();
      }
    }
  }

  @Test
  void whatIsDecidedAtACloseIsHeldFromTheNextOpen() {
    StopRules rules = rules(0.10, false);
    assertThat(bar(rules, 100, 100, 1, 100)).isNull();
    held.aim(1.0);
    assertThat(held.quantity).isZero();

    bar(rules, 104, 104, 104, 104);

    assertThat(held.quantity).isEqualTo(0.01);
    assertThat(held.averagePrice).isEqualTo(104);
  }

  @Test
  void withoutALossOnlyTheTrailingStopActs() {
    StopRules rules = rules(null, false);
    bar(rules, 100, 100, 100, 100);
    held.aim(1.0);

    assertThat(bar(rules, 100, 100, 1, 1)).isNull();
  }

  /** True ranges of 2 from entry on, and one of 8 in the bar that stops it. */
  @Test
  void aTrailingStopNeedsFourteenBarsSinceEntry() {
    StopRules rules = rules(null, true);
    bar(rules, 100, 150, 50, 100);
    held.aim(1.0);
    for (int i = 0; i < HeldPosition.TRUE_RANGES - 1; i++) {
      assertThat(bar(rules, 100, 101, 99, 100)).isNull();
      assertThat(held.averageTrueRange()).isNaN();
    }
    assertThat(bar(rules, 100, 101, 99, 100)).isNull();
    assertThat(held.averageTrueRange()).isEqualTo(2);
    assertThat(held.extreme).isEqualTo(101);

    Stop stop = Objects.requireNonNull(bar(rules, 100, 101, 93, 93.5));

    assertThat(stop.kind()).isEqualTo(Stop.Kind.TRAILING_STOP);
    assertThat(stop.level()).isCloseTo(101 - 3 * (13 * 2 + 8) / 14.0, within(1e-12));
  }

  @Test
  void aShortTrailsTheLowestLow() {
    StopRules rules = rules(null, true);
    bar(rules, 100, 100, 100, 100);
    held.aim(-1.0);
    for (int i = 0; i < HeldPosition.TRUE_RANGES; i++) {
      bar(rules, 100, 101, 99, 100);
    }
    assertThat(held.extreme).isEqualTo(99);

    assertThat(bar(rules, 100, 104, 99, 104)).isNull();
    assertThat(bar(rules, 104, 107, 104, 107)).isNotNull();
  }

  @Test
  void aFlipIsANewEntry() {
    StopRules rules = rules(0.10, true);
    bar(rules, 100, 100, 100, 100);
    held.aim(1.0);
    bar(rules, 100, 120, 100, 110);
    held.aim(-1.0);

    bar(rules, 108, 109, 107, 108);

    assertThat(held.averagePrice).isEqualTo(108);
    assertThat(held.extreme).isEqualTo(107);
    assertThat(held.bars).isEqualTo(1);
  }

  @Test
  void anAddMovesTheEntryAndAReductionKeepsIt() {
    StopRules rules = rules(0.10, false);
    bar(rules, 100, 100, 100, 100);
    held.aim(1.0);
    bar(rules, 100, 100, 100, 100);
    held.aim(3.0);
    bar(rules, 106, 106, 106, 106);
    assertThat(held.averagePrice).isCloseTo(104, within(1e-12));

    held.aim(1.0);
    bar(rules, 90, 120, 95, 90);

    assertThat(held.averagePrice).isCloseTo(104, within(1e-12));
  }

  @Test
  void aDroppedPositionIsFlat() {
    StopRules rules = rules(0.10, true);
    bar(rules, 100, 100, 100, 100);
    held.aim(1.0);
    bar(rules, 100, 100, 100, 100);

    held.drop();

    assertThat(held.quantity).isZero();
    assertThat(held.averagePrice).isZero();
    assertThat(bar(rules, 100, 100, 1, 1)).isNull();
  }
}
