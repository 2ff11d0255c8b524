package io.podflow.domain.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podflow.api.Parameters;
import io.podflow.api.Signal;
import io.podflow.api.Strategy;
import io.podflow.api.StrategyProvider;
import io.podflow.api.Timeframe;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StrategyCatalogueTest {

  private final StrategyCatalogue catalogue =
      StrategyCatalogue.load(StrategyCatalogueTest.class.getClassLoader());

  @Test
  void knowsTheStrategiesOfPodflow() {
    assertThat(catalogue.names()).contains("anchor-mom", "buy-and-hold", "ts-momentum");
  }

  @Test
  void everyDefaultIsInsideItsBoundsAndEveryStrategyCanBeMade() {
    for (String name : catalogue.names()) {
      StrategyProvider provider = catalogue.provider(name);
      assertThat(provider.name()).isEqualTo(name);
      assertThat(provider.parameters())
          .allSatisfy(
              parameter ->
                  assertThat(parameter.accepts(parameter.defaultGiven()))
                      .as("%s %s", name, parameter)
                      .isTrue());
      assertThat(catalogue.create(name, Map.of(), Timeframe.D1).historyBars()).isBetween(1, 1000);
    }
  }

  @Test
  void onlyBuyAndHoldIsAlwaysInvested() {
    assertThat(catalogue.names())
        .filteredOn(
            name -> {
              StrategyProvider provider = catalogue.provider(name);
              return provider.isAlwaysInvested(Parameters.of(provider.parameters(), Map.of()));
            })
        .containsExactly("buy-and-hold");
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    assertThatThrownBy(() -> catalogue.provider("ts-momentun"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unknown strategy 'ts-momentun' (known: anchor-mom, buy-and-hold")
        .hasMessageContaining("ts-momentum");
  }

  @Test
  void brokenRulesBetweenParametersAreRefused() {
    assertThatThrownBy(
            () ->
                catalogue.create(
                    "ts-momentum", Map.of("vol_target", 0.01, "lookback", 9), Timeframe.D1))
        .hasMessage("ts-momentum: vol_target must be at least min_volatility");
    assertThatThrownBy(() -> catalogue.create("buy-and-hold", Map.of("strength", 0), Timeframe.D1))
        .hasMessageContaining("strength: 0 (expected: a number in (0, 10])");
  }

  @Test
  void buyAndHoldIsLongFromTheFirstBar() {
    Strategy strategy = catalogue.create("buy-and-hold", Map.of("strength", 0.5), Timeframe.D1);

    assertThat(strategy.onClose(Series.of(strategy, 100))).isEqualTo(new Signal(0.5, ""));
  }
}
