package io.podflow.config;

import static io.podflow.config.TestConfigs.ONE_POD;
import static io.podflow.config.TestConfigs.READER;
import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.config.violation.Violation;
import io.podflow.domain.settings.BacktestSettings;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("V1")
class OverridesTest {

  private static final String DATED = ONE_POD + "backtest: {start: 2020-02-30, warmup_days: 3}\n";

  @Test
  void anOverrideWinsOverTheFileAndLeavesTheRest() {
    Overrides overrides =
        Overrides.none()
            .with("--data", Overrides.BARS, "bars/1d")
            .with("--from", Overrides.START, "2021-01-01")
            .with("--to", Overrides.END, "2021-12-31");

    BacktestSettings backtest = READER.parse(DATED, "f", overrides).orThrow().backtest();

    assertThat(backtest.bars()).isEqualTo("bars/1d");
    assertThat(backtest.start()).isEqualTo(LocalDate.of(2021, 1, 1));
    assertThat(backtest.end()).isEqualTo(LocalDate.of(2021, 12, 31));
    assertThat(backtest.warmupDays()).isEqualTo(3);
  }

  @Test
  void anOverrideMakesTheSectionThatIsAbsent() {
    Overrides overrides =
        Overrides.none()
            .with("--fee", "orchestrator.cost_bps", 1.5)
            .with("-w", "backtest.warmup_days", 9);

    ConfigReading reading = READER.parse(ONE_POD, "f", overrides);

    assertThat(reading.orThrow().orchestrator().costBps()).isEqualTo(1.5);
    assertThat(reading.orThrow().backtest().warmupDays()).isEqualTo(9);
  }

  @Test
  void aBadOverrideIsReportedWithItsOptionBeforeTheFile() {
    Overrides overrides = Overrides.none().with("--from", Overrides.START, "soon");

    assertThat(READER.parse(ONE_POD + "backtest: {capital: 0}\n", "f", overrides).violations())
        .extracting(Violation::toString)
        .containsExactly(
            "--from: backtest.start: \"soon\" (must be a day written 2024-01-31)",
            "f:6: backtest.capital: 0 (must be a number above 0)");
  }

  @Test
  void rulesBetweenKeysSeeOverrides() {
    Overrides overrides = Overrides.none().with("--from", Overrides.START, "2030-01-01");

    assertThat(READER.parse(ONE_POD, "f", overrides).violations())
        .extracting(Violation::toString)
        .containsExactly("--from: backtest.start: 2030-01-01 (must not be after end 2025-12-31)");
  }

  @Test
  void anUnknownKeyIsRefused() {
    Overrides overrides = Overrides.none().with("--x", "backtest.strat", "2030-01-01");

    assertThat(READER.parse(ONE_POD, "f", overrides).violations())
        .extracting(Violation::suggestion)
        .containsExactly("start");
  }
}
