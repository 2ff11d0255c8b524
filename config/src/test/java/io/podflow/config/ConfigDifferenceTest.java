package io.podflow.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.settings.PodflowSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("G1")
class ConfigDifferenceTest {

  private static final String ONE =
      "{pod_id: one, strategy_name: ts-momentum, symbols: [A/U, B/U], strategy_params: {lookback: 5}}";
  private static final String TWO = "{pod_id: two, strategy_name: buy-and-hold, symbols: [A/U]}";

  @Test
  void namesPodsThatComeAndGoAndEveryKeyThatChanged() {
    PodflowSettings before = settings("max_gross_leverage: 1", ONE, TWO);
    String changed =
        ONE.replace("lookback: 5", "lookback: 7").replace("pod_id", "max_leverage: 3, pod_id");
    PodflowSettings after = settings("max_gross_leverage: 2", TWO.replace("two", "three"), changed);
    assertThat(ConfigDifference.of(before, after))
        .containsExactlyInAnyOrder(
            "- pod two",
            "+ pod three: buy-and-hold, 1D, [\"A/U\"]",
            "  pod one.max_leverage: 2.0 -> 3.0",
            "  pod one.strategy_params.lookback: 5 -> 7",
            "  orchestrator.max_gross_leverage: 1.0 -> 2.0");
  }

  @Test
  void anotherOrderOfPodsAndWrittenDefaultsAreNoDifference() {
    assertThat(
            ConfigDifference.of(
                settings("max_gross_leverage: 1", ONE, TWO),
                settings("max_gross_leverage: 1.0", TWO.replace("{", "{max_leverage: 2, "), ONE)))
        .isEmpty();
  }

  private static PodflowSettings settings(String key, String... pods) {
    return ConfigReader.installed()
        .parse(
            "orchestrator:\n  " + key + "\n  pods:\n    - " + String.join("\n    - ", pods), "test")
        .orThrow();
  }
}
