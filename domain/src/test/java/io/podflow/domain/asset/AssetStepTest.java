package io.podflow.domain.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.podflow.api.Bar;
import io.podflow.api.BarSeries;
import io.podflow.api.Signal;
import io.podflow.api.Strategy;
import io.podflow.api.Timeframe;
import io.podflow.domain.settings.SelectorSettings;
import io.podflow.domain.strategy.StrategyCatalogue;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssetStepTest {

  private static final long DAY = Timeframe.D1.millis();
  private static final long FIRST = Instant.parse("2024-01-02T00:00:00Z").toEpochMilli();

  private final AssetStep step = step(Timeframe.D1);
  private final AssetMemory memory = step.initialState();

  @Test
  void theFirstBarHasNoReturn() {
    AssetUpdate update = step.onBar(memory, 3, 2, bar(0, 100));

    assertThat(update)
        .isEqualTo(
            new AssetUpdate(
                3, 2, FIRST, 100, 100, 100, 100, Double.NaN, 0, "warm-up", 0, 0, 0, 0, Double.NaN));
    assertThat(memory.returns.size()).isZero();
    assertThat(memory.lastClose).isEqualTo(FIRST);
  }

  @Test
  void figuresIncludeTheBarItself() {
    step.onBar(memory, 0, 0, bar(0, 100));
    step.onBar(memory, 0, 0, bar(1, 110));
    AssetUpdate update = step.onBar(memory, 0, 0, bar(2, 99));

    assertThat(update.periodReturn()).isCloseTo(-0.1, offset(1e-15));
    assertThat(update.returnCount()).isEqualTo(2);
    assertThat(update.cumulativeReturn()).isCloseTo(-0.01, offset(1e-15));
    assertThat(update.maxDrawdown()).isCloseTo(0.1, offset(1e-15));
    assertThat(update.sharpe()).isCloseTo(0, offset(1e-12));
  }

  @Test
  void theReturnSpansBarsThatAreMissing() {
    step.onBar(memory, 0, 0, bar(0, 100));
    AssetUpdate update = step.onBar(memory, 0, 0, bar(9, 120));

    assertThat(update.periodReturn()).isCloseTo(0.2, offset(1e-15));
  }

  @Test
  void aPriceOfZeroHasNoReturnAfterIt() {
    step.onBar(memory, 0, 0, bar(0, 0));
    AssetUpdate update = step.onBar(memory, 0, 0, bar(1, 120));

    assertThat(update.periodReturn()).isNaN();
    assertThat(update.returnCount()).isZero();
  }

  @Test
  void annualisesWithTheTimeframe() {
    AssetStep twelve = step(Timeframe.H12);
    AssetMemory other = twelve.initialState();
    double[] closes = {100, 104, 103, 107};
    AssetUpdate daily = step.onBar(memory, 0, 0, bar(0, 100));
    AssetUpdate halfDaily = twelve.onBar(other, 0, 0, bar(0, 100));
    for (int i = 1; i < closes.length; i++) {
      daily = step.onBar(memory, 0, 0, bar(i, closes[i]));
      halfDaily = twelve.onBar(other, 0, 0, bar(i, closes[i]));
    }

    assertThat(halfDaily.sharpe()).isCloseTo(daily.sharpe() * Math.sqrt(2), offset(1e-9));
  }

  @Test
  void theWindowHoldsTheLongerOfBothLookbacks() {
    for (int i = 0; i < 100; i++) {
      step.onBar(memory, 0, 0, bar(i, 100 + i));
    }

    assertThat(memory.returns.size()).isEqualTo(60);
    assertThat(memory.bars.size()).isEqualTo(61);
  }

  @Test
  void aBarThatIsNotNewerIsRefusedWithBothTimesAndChangesNothing() {
    step.onBar(memory, 0, 0, bar(1, 100));
    for (int index : new int[] {0, 1}) {
      assertThatThrownBy(() -> step.onBar(memory, 0, 0, bar(index, 90)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(Instant.ofEpochMilli(FIRST + index * DAY).toString())
          .hasMessageContaining("2024-01-03T00:00:00Z");
    }

    assertThat(memory.bars.size()).isEqualTo(1);
    assertThat(memory.bars.close(0)).isEqualTo(100);
  }

  @Test
  void theStrategysReasonIsPassedOn() {
    Strategy undecided =
        new Strategy() {
          @Override
          public int historyBars() {
            return 1;
          }

          @Override
          public Signal onClose(BarSeries bars) {
            return Signal.undefined();
          }
        };
    AssetStep lost =
        new AssetStep(undecided, SelectorSettings.FOR_DISPLAY, Timeframe.D1, null, true);

    assertThat(lost.onBar(lost.initialState(), 0, 0, bar(0, 100)).signalReason())
        .isEqualTo("undefined");
  }

  private static AssetStep step(Timeframe timeframe) {
    Strategy strategy =
        StrategyCatalogue.load(AssetStepTest.class.getClassLoader())
            .create("ts-momentum", Map.of(), timeframe);
    return new AssetStep(strategy, SelectorSettings.FOR_DISPLAY, timeframe, null, true);
  }

  private static Bar bar(int index, double close) {
    return new Bar(0, Timeframe.D1, FIRST + index * DAY, close, close, close, close, 1);
  }
}
