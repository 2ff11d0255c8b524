package io.podflow.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.settings.AllocationMethod;
import io.podflow.domain.settings.AssetAllocationSettings;
import io.podflow.domain.settings.CapitalMethod;
import io.podflow.domain.settings.DualMomentumSettings;
import io.podflow.domain.settings.PodSettings;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.domain.settings.SelectorSettings;
import io.podflow.domain.settings.TurnoverSettings;
import io.podflow.domain.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleConfigsTest {

  private static final List<String> ALL_TIERS =
      List.of(
          "BTC", "ETH", "BNB", "SOL", "DOGE", "ADA", "AVAX", "LINK", "ATOM", "LTC", "DOT", "XRP",
          "UNI", "FIL", "MATIC", "NEAR", "POL");

  static Stream<String> shippedFiles() {
    return Stream.of(
        "quickstart.yaml",
        "orchestrator-live.yaml",
        "tiers/5.yaml",
        "tiers/9.yaml",
        "tiers/13.yaml",
        "tiers/17.yaml");
  }

  private static PodflowSettings shipped(String file) {
    return TestConfigs.READER.read(TestConfigs.shipped(file)).orThrow();
  }

  @Tag("V1")
  @ParameterizedTest
  @MethodSource("shippedFiles")
  void passesTheCheckWithoutSurprises(String file) {
    ConfigReading reading = TestConfigs.READER.read(TestConfigs.shipped(file));

    assertThat(reading.violations()).isEmpty();
    assertThat(reading.warnings()).filteredOn(line -> !line.contains("is not installed")).isEmpty();
  }

  @Tag("V1")
  @ParameterizedTest
  @MethodSource("shippedFiles")
  void theEffectiveConfigurationReadsBackEqual(String file) {
    PodflowSettings settings = shipped(file);

    String yaml = EffectiveConfig.yaml(settings);
    PodflowSettings again = TestConfigs.READER.parse(yaml, "again").orThrow();

    assertThat(again).isEqualTo(settings);
    assertThat(EffectiveConfig.yaml(again)).isEqualTo(yaml);
  }

  @Tag("F1")
  @ParameterizedTest
  @ValueSource(ints = {5, 9, 13, 17})
  void aTierHoldsItsSymbolsInEveryPod(int size) {
    List<String> symbols = ALL_TIERS.subList(0, size).stream().map(base -> base + "/USDT").toList();

    assertThat(shipped("tiers/" + size + ".yaml").orchestrator().pods())
        .isNotEmpty()
        .allSatisfy(pod -> assertThat(pod.symbols()).isEqualTo(symbols))
        .anyMatch(pod -> pod.assetSelector() != null && pod.assetSelector().enabled());
  }

  @Tag("F1")
  @ParameterizedTest
  @ValueSource(ints = {9, 13, 17})
  void tiersDifferInSymbolsAlone(int size) {
    assertThat(withoutSymbols(size)).isEqualTo(withoutSymbols(5));
  }

  private static String withoutSymbols(int size) {
    return EffectiveConfig.yaml(shipped("tiers/" + size + ".yaml"))
        .replaceAll("(?m)^ +- [A-Z]+/USDT\n", "")
        .replace("tier-" + size, "tier");
  }

  @Test
  @Tag("V1")
  void theQuickstartTradesTheSyntheticMarket() {
    PodflowSettings settings = shipped("quickstart.yaml");

    assertThat(settings.backtest().bars()).isEqualTo("sample");
    assertThat(settings.backtest().start()).isEqualTo(LocalDate.of(2021, 1, 1));
    assertThat(settings.backtest().end()).isEqualTo(LocalDate.of(2024, 12, 31));
    assertThat(settings.orchestrator().pods())
        .flatExtracting(PodSettings::symbols)
        .allMatch(symbol -> symbol.toString().matches("SYN(0[1-9]|1[0-7])/USDT"));
  }

  @Test
  @Tag("V1")
  void theLivePortfolioNamesItsFourStrategies() {
    assertThat(shipped("orchestrator-live.yaml").orchestrator().pods())
        .extracting(PodSettings::strategyName)
        .containsExactly("ctrend", "ctrend-x", "gbtrend", "anchor-mom");
  }

  @Test
  @Tag("V2")
  void theExampleOfTheDesignLoadsUnchanged() throws IOException {
    String design = Files.readString(Shared.path("requirements/adaptive-allocation-design.ko.md"));
    String section = design.substring(design.indexOf("### 4.4"));
    int start = section.indexOf("```yaml\n") + "```yaml\n".length();
    String yaml = section.substring(start, section.indexOf("```", start));

    PodflowSettings settings = TestConfigs.READER.parse(yaml, "design").orThrow();

    PodSettings pod = settings.orchestrator().pods().get(0);
    assertThat(settings.orchestrator().allocationMethod()).isEqualTo(CapitalMethod.EQUAL_WEIGHT);
    assertThat(pod.symbols()).hasSize(8);
    assertThat(pod.assetAllocation())
        .isEqualTo(
            new AssetAllocationSettings(
                AllocationMethod.INVERSE_VOLATILITY,
                60,
                5,
                0.05,
                0.40,
                DualMomentumSettings.DEFAULT));
    assertThat(pod.assetSelector())
        .isEqualTo(
            new SelectorSettings(
                true, 0.4, 0.3, 0.3, 60, 30, 0.20, 0.35, -1.0, 0.15, 5, 3, 30, 3, 3, null, null,
                null));
  }

  @Test
  @Tag("V2")
  void withoutTurnoverSectionTheDefaultsHold() {
    TurnoverSettings defaults = new TurnoverSettings(0.10, 0.30);

    assertThat(TestConfigs.parse(TestConfigs.ONE_POD).orThrow().orchestrator().turnoverConstraint())
        .isEqualTo(defaults);
    assertThat(
            TestConfigs.parse(TestConfigs.orchestrator("turnover_constraint: null"))
                .orThrow()
                .orchestrator()
                .turnoverConstraint())
        .isNull();
  }

  @Test
  @Tag("V2")
  void withoutSelectorSectionThereIsNone() {
    PodflowSettings absent = TestConfigs.parse(TestConfigs.ONE_POD).orThrow();
    PodflowSettings none = TestConfigs.parse(TestConfigs.pod("asset_selector: null")).orThrow();

    assertThat(absent.orchestrator().pods().get(0).assetSelector()).isNull();
    assertThat(absent).isEqualTo(none);
  }

  @Test
  @Tag("V2")
  void whatIsShownOfASelectorlessPodHasTheDefaultsOfTheSection() {
    PodSettings pod =
        TestConfigs.parse(TestConfigs.pod("asset_selector: {}"))
            .orThrow()
            .orchestrator()
            .pods()
            .get(0);

    assertThat(pod.assetSelector()).isEqualTo(SelectorSettings.FOR_DISPLAY);
  }
}
