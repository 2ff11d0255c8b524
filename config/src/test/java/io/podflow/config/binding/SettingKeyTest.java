package io.podflow.config.binding;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.settings.OrchestratorSettings;
import io.podflow.domain.settings.PodSettings;
import io.podflow.domain.settings.PodflowSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("V1")
class SettingKeyTest {

  @Test
  void namesAreSnakeCaseWithDigitsApart() {
    assertThat(SettingKey.snakeCase("minLiveDays")).isEqualTo("min_live_days");
    assertThat(SettingKey.snakeCase("fundingBpsPer8h")).isEqualTo("funding_bps_per_8h");
    assertThat(SettingKey.snakeCase("pods")).isEqualTo("pods");
  }

  @Test
  void keysKeepTheOrderOfTheRecord() {
    assertThat(SettingKey.of(PodflowSettings.class))
        .extracting(SettingKey::name)
        .containsExactly("backtest", "orchestrator", "journal");
  }

  @Test
  void nullIsAllowedWhereTheRecordSaysSo() {
    assertThat(SettingKey.of(PodSettings.class))
        .filteredOn(SettingKey::nullable)
        .extracting(SettingKey::name)
        .containsExactly(
            "system_stop_loss",
            "asset_allocation",
            "asset_selector",
            "initial_state",
            "expected_sharpe",
            "on_removal",
            "lifecycle");
  }

  @Test
  void theOnlyRequiredKeyOfAPortfolioIsItsPods() {
    assertThat(SettingKey.of(OrchestratorSettings.class))
        .filteredOn(SettingKey::required)
        .extracting(SettingKey::name)
        .containsExactly("pods");
  }
}
