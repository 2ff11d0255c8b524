package io.podflow.domain.asset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.api.Bar;
import io.podflow.api.BarSeries;
import io.podflow.api.Signal;
import io.podflow.api.Strategy;
import io.podflow.api.Timeframe;
import io.podflow.domain.settings.SelectorSettings;
import io.podflow.domain.testing.Shared;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Symbols that stand still: halted ones, and those that a strategy cannot size. */
@Tag("EV2")
class StillPriceTest {

  @TestFactory
  Stream<DynamicTest> haltedAsInTheVectors() {
    return Shared.cases("volatility_floor.json")
        .filter(c -> c.path("op").asText().equals("halted"))
        .map(c -> DynamicTest.dynamicTest(c.path("name").asText(), () -> assertHalted(c)));
  }

  private static void assertHalted(JsonNode c) {
    AssetStep step = step(0, true);
    AssetMemory memory = step.initialState();
    boolean halted = false;
    JsonNode bars = c.at("/input/bars");
    for (int i = 0; i < bars.size(); i++) {
      JsonNode bar = bars.get(i);
      if (!bar.isNull()) {
        double volume = bar.get(1).asDouble(Double.NaN);
        halted = step.onBar(memory, 0, 0, bar(i, bar.get(0).asDouble(), volume)).isHalted();
      }
      assertThat(halted).as("bar %s", i).isEqualTo(c.at("/expected/halted").get(i).asBoolean());
    }
  }

  @Test
  void whatDividesByVolatilityHasNoSignalWithoutVariance() {
    AssetStep step = step(20, true);
    AssetMemory memory = step.initialState();
    double close = 100;
    for (int i = 0; i < 10; i++) {
      assertThat(step.onBar(memory, 0, 0, bar(i, close, 1)).signal()).isEqualTo(0.7);
      close *= 1.01;
    }
    AssetUpdate tenth = step.onBar(memory, 0, 0, bar(10, close, 1));
    assertThat(tenth.signal()).isZero();
    assertThat(tenth.signalReason()).isEqualTo("no variance");
    assertThat(tenth.constant()).isTrue();
    AssetUpdate moved = step.onBar(memory, 0, 0, bar(11, close, 1));
    assertThat(moved.signal()).isEqualTo(0.7);
    assertThat(moved.constant()).isFalse();
  }

  @Test
  void theRuleIsOffWithTheFloorAndForWhatDividesByNothing() {
    for (AssetStep step : new AssetStep[] {step(20, false), step(0, true)}) {
      AssetMemory memory = step.initialState();
      for (int i = 0; i < 30; i++) {
        AssetUpdate update = step.onBar(memory, 0, 0, bar(i, 100, 1));
        assertThat(update.signal()).isEqualTo(0.7);
      }
    }
    AssetStep off = step(20, false);
    AssetMemory memory = off.initialState();
    for (int i = 0; i < 30; i++) {
      assertThat(off.onBar(memory, 0, 0, bar(i, 100, 1)).constant()).isFalse();
    }
  }

  @Test
  void onlyTheStrategysOwnWindowIsLookedAt() {
    AssetStep step = step(12, true);
    AssetMemory memory = step.initialState();
    AssetUpdate last = step.onBar(memory, 0, 0, bar(0, 50, 1));
    for (int i = 1; i < 13; i++) {
      last = step.onBar(memory, 0, 0, bar(i, 100, 1));
      assertThat(last.signal()).isEqualTo(0.7);
    }
    last = step.onBar(memory, 0, 0, bar(13, 100, 1));
    assertThat(last.signal()).isZero();
    assertThat(last.constant()).as("the jump is still in the selector's window").isFalse();
  }

  private static AssetStep step(int volatilityBars, boolean judgesVariance) {
    Strategy strategy =
        new Strategy() {
          @Override
          public int historyBars() {
            return 100;
          }

          @Override
          public int volatilityBars() {
            return volatilityBars;
          }

          @Override
          public Signal onClose(BarSeries bars) {
            return Signal.of(0.7);
          }
        };
    return new AssetStep(
        strategy, SelectorSettings.FOR_DISPLAY, Timeframe.D1, null, judgesVariance);
  }

  private static Bar bar(int day, double close, double volume) {
    long time = (day + 1) * Timeframe.D1.millis();
    return new Bar(0, Timeframe.D1, time, close, close, close, close, volume);
  }
}
