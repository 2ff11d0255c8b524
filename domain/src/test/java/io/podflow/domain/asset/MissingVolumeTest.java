package io.podflow.domain.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.api.Bar;
import io.podflow.api.BarSeries;
import io.podflow.api.Signal;
import io.podflow.api.Strategy;
import io.podflow.api.Timeframe;
import io.podflow.domain.settings.SelectorSettings;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DA4")
class MissingVolumeTest {

  private static AssetStep step(ToDoubleFunction<BarSeries> signal) {
    Strategy strategy =
        new Strategy() {
          @Override
          public int historyBars() {
            return 5;
          }

          @Override
          public Signal onClose(BarSeries bars) {
            return Signal.of(signal.applyAsDouble(bars));
          }
        };
    return new AssetStep(strategy, SelectorSettings.FOR_DISPLAY, Timeframe.D1, null, true);
  }

  private static Bar bar(int day, double volume) {
    return new Bar(0, Timeframe.D1, day * Timeframe.D1.millis(), 1, 1, 1, 1, volume);
  }

  @Test
  void aStrategyThatReadsVolumesIsTheReasonToTellOnce() {
    AssetStep step = step(bars -> bars.volume(0));
    AssetMemory memory = step.initialState();

    assertThat(step.onBar(memory, 0, 0, bar(1, 7)).volumeMissed()).isFalse();
    assertThat(step.onBar(memory, 0, 0, bar(2, Double.NaN)))
        .satisfies(
            update -> {
              assertThat(update.volumeMissed()).isTrue();
              assertThat(update.signal()).isZero();
            });
    assertThat(step.onBar(memory, 0, 0, bar(3, 0)).volumeMissed()).isFalse();
  }

  @Test
  void otherStrategiesAreNotConcerned() {
    AssetStep step = step(bars -> bars.close(0));
    AssetMemory memory = step.initialState();

    assertThat(step.onBar(memory, 0, 0, bar(1, Double.NaN)).volumeMissed()).isFalse();
    assertThat(memory.bars.volume(0)).isZero();
    assertThat(step.onBar(memory, 0, 0, bar(2, 0)).volumeMissed()).isFalse();
  }
}
