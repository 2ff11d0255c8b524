package io.podflow.config;

import static io.podflow.config.TestConfigs.ONE_POD;
import static io.podflow.config.TestConfigs.orchestrator;
import static io.podflow.config.TestConfigs.parse;
import static io.podflow.config.TestConfigs.pod;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("V1")
class WarningsTest {

  private static List<String> beyondTheFirst(String text) {
    List<String> warnings = parse(text).warnings();
    return warnings.subList(1, warnings.size());
  }

  @Test
  void oneLineNamesEverythingThatHasNoEffectYet() {
    List<String> warnings = parse(ONE_POD).warnings();

    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0))
        .startsWith("the keys of these parts have no effect yet in this version: ")
        .contains("bars from elsewhere to warm up")
        .doesNotContain("lifecycle", "risk", "removal")
        .doesNotContain("\n");
  }

  @Test
  void turnoverThatIsTurnedOffIsMentioned() {
    assertThat(beyondTheFirst(orchestrator("turnover_constraint: null")))
        .singleElement()
        .asString()
        .startsWith("orchestrator.turnover_constraint: null turns the turnover limits off");
    assertThat(beyondTheFirst(orchestrator("turnover_constraint: {}"))).isEmpty();
  }

  @Test
  void aDetectorOfRawReturnsThatCannotFireIsMentioned() {
    String detector = "page_hinkley: {standardise: %s, delta: %s, lambda: %s}";

    assertThat(beyondTheFirst(orchestrator("page_hinkley: {standardise: false}")))
        .containsExactly(
            "orchestrator.page_hinkley: standardise: false makes delta 0.2 and lambda 11.0"
                + " fractions of capital, with which daily returns hardly ever fire;"
                + " expected: delta below 0.05 and lambda below 1.0");
    assertThat(beyondTheFirst(orchestrator(detector.formatted(false, 0.005, 50)))).hasSize(1);
    assertThat(beyondTheFirst(orchestrator(detector.formatted(false, 0.05, 0.2)))).hasSize(1);
    assertThat(beyondTheFirst(orchestrator(detector.formatted(false, 0.002, 0.11)))).isEmpty();
    assertThat(beyondTheFirst(orchestrator(detector.formatted(true, 0.005, 50)))).isEmpty();
  }

  @Test
  void turnsInsideARampThatCannotHappenAreMentioned() {
    String selector = "asset_selector: {enabled: true, min_active_assets: 1, ramp_steps: %d}";

    assertThat(beyondTheFirst(pod(selector.formatted(3))))
        .hasSize(2)
        .anyMatch(line -> line.contains("include_confirmation_bars: recovery inside a ramp"))
        .anyMatch(line -> line.contains("exclude_confirmation_bars: a relapse inside a ramp"));
    assertThat(beyondTheFirst(pod(selector.formatted(4)))).hasSize(1);
    assertThat(beyondTheFirst(pod(selector.formatted(6)))).isEmpty();
  }

  @Test
  void withOneStepOneConfirmationFits() {
    String selector =
        "asset_selector: {enabled: true, min_active_assets: 1, ramp_steps: 1,"
            + " include_confirmation_bars: %d, exclude_confirmation_bars: 1}";

    assertThat(beyondTheFirst(pod(selector.formatted(1)))).isEmpty();
    assertThat(beyondTheFirst(pod(selector.formatted(2)))).hasSize(1);
  }

  @Test
  void aFloorThatNobodyCanLeaveIsMentioned() {
    String selector = "asset_selector: {enabled: true, min_active_assets: %d, ramp_steps: 6}";

    assertThat(beyondTheFirst(pod(selector.formatted(2)))).isEmpty();
    assertThat(beyondTheFirst(pod(selector.formatted(3))))
        .singleElement()
        .asString()
        .contains("no asset can ever leave");
  }

  @Test
  void aSelectorThatIsOffIsNotMentioned() {
    assertThat(beyondTheFirst(pod("asset_selector: {enabled: false}"))).isEmpty();
  }

  @Test
  void aStrategyThatIsNotInstalledIsMentionedAndListed() {
    String text = ONE_POD.replace("fake", "fakee");

    assertThat(beyondTheFirst(text))
        .singleElement()
        .asString()
        .contains("'fakee' is not installed")
        .endsWith("nearest known: fake");
    assertThat(TestConfigs.READER.missingStrategies(parse(text).orThrow()))
        .containsExactly("fakee");
    assertThat(TestConfigs.READER.missingStrategies(parse(ONE_POD).orThrow())).isEmpty();
  }
}
