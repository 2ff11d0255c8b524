package io.podflow.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.settings.BreachSeverity;
import io.podflow.domain.testing.Shared;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The golden risk measures and alerts. */
@Tag("L7")
class RiskVectorsTest {

  private static final double TOLERANCE = 1e-9;

  /** Fewer than 30 common days, or a symbol that stands still: EV3 measures no correlation. */
  private static final Set<String> REPLACED_BY_EV3 =
      Set.of(
          "corr_constant_pod_ignored", "asset_aligned_tail", "limits_random_3", "limits_random_5");

  @TestFactory
  Stream<DynamicTest> vectors() {
    return Shared.cases("risk.json")
        .filter(c -> !REPLACED_BY_EV3.contains(c.path("name").asText()))
        .map(c -> DynamicTest.dynamicTest(c.path("name").asText(), () -> assertCase(c)));
  }

  private static void assertCase(JsonNode c) {
    JsonNode input = c.path("input");
    JsonNode expected = c.path("expected");
    switch (c.path("op").asText()) {
      case "risk_contributions" -> assertContributions(input, expected);
      case "effective_n" ->
          assertEffectiveNumber(
              new RiskContributions(numbers(input.path("prc"), names(input.path("prc")))),
              expected);
      case "pod_correlation" ->
          assertCorrelation(CorrelationStress.of(series(input.path("returns"))), c);
      case "asset_correlation" ->
          assertCorrelation(CorrelationStress.ofCloses(series(input.path("prices"))), c);
      case "limits" -> assertAlerts(input, expected);
      default -> throw new AssertionError("unknown op in " + c);
    }
  }

  private static void assertContributions(JsonNode input, JsonNode expected) {
    List<String> pods = judged(input);
    RiskContributions contributions = contributions(input, "weights", pods);
    assertThat(expected.path("prc").size()).isEqualTo(pods.size());
    assertThat(contributions.shares())
        .containsExactly(numbers(expected.path("prc"), pods), within(TOLERANCE));
    assertEffectiveNumber(contributions, expected);
  }

  private static void assertEffectiveNumber(RiskContributions contributions, JsonNode expected) {
    assertThat(contributions.effectiveNumber())
        .isCloseTo(expected.path("effective_n").asDouble(), within(TOLERANCE));
  }

  /** What we call undefined is 0 in the vectors. */
  private static void assertCorrelation(double correlation, JsonNode c) {
    JsonNode expected = c.path("expected");
    assertThat(Double.isNaN(correlation) ? 0 : correlation)
        .isCloseTo(expected.path("average").asDouble(), within(TOLERANCE));
    assertThat(correlation >= c.path("input").path("threshold").asDouble())
        .isEqualTo(expected.path("stressed").asBoolean());
  }

  private static void assertAlerts(JsonNode input, JsonNode expected) {
    List<String> pods = names(input.path("pod_returns"));
    List<RiskAlert> alerts = limits(input.path("limits")).check(measures(input));
    assertThat(alerts).hasSize(expected.path("alerts").size());
    for (int i = 0; i < alerts.size(); i++) {
      RiskAlert alert = alerts.get(i);
      JsonNode wanted = expected.path("alerts").get(i);
      String pod = alert.pod() == RiskAlert.PORTFOLIO ? "null" : pods.get(alert.pod());
      assertThat(alert.kind().name()).isEqualToIgnoringCase(wanted.path("type").asText());
      assertThat(alert.severity().name().toLowerCase(Locale.ROOT))
          .isEqualTo(wanted.path("severity").asText());
      assertThat(pod).isEqualTo(wanted.path("pod_id").asText());
      assertThat(alert.value()).isCloseTo(wanted.path("value").asDouble(), within(TOLERANCE));
      assertThat(alert.limit()).isEqualTo(wanted.path("threshold").asDouble());
    }
    assertThat(alerts.stream().anyMatch(RiskAlert::isCritical))
        .isEqualTo(expected.path("has_critical").asBoolean());
  }

  /** In the vectors every kind can be critical. */
  private static RiskLimits limits(JsonNode limits) {
    return new RiskLimits(
        Limits.with(
            limits.path("max_gross_leverage").asDouble(),
            limits.path("max_portfolio_drawdown").asDouble(),
            limits.path("daily_loss_limit").asDouble(),
            limits.path("max_single_pod_risk_pct").asDouble(),
            limits.path("correlation_stress_threshold").asDouble(),
            BreachSeverity.WARNING),
        Map.<RiskKind, Severity>of());
  }

  private static RiskMeasures measures(JsonNode input) {
    List<String> pods = names(input.path("pod_returns"));
    boolean fewPods = pods.size() < 3;
    double leverage = 0;
    for (JsonNode weight : input.path("net_weights")) {
      leverage += Math.abs(weight.asDouble());
    }
    return new RiskMeasures(
        leverage,
        drawdown(input),
        Math.max(0, -input.path("daily_pnl_pct").asDouble()),
        Double.NaN,
        pods.isEmpty() ? new double[0] : contributions(input, "pod_weights", pods).shares(),
        CorrelationStress.of(series(input.path("pod_returns"))),
        fewPods ? CorrelationStress.ofCloses(series(input.path("asset_prices"))) : Double.NaN,
        Double.NaN);
  }

  /** The original's drawdown: the mean of the pods', by their weights. */
  private static double drawdown(JsonNode input) {
    double sum = 0;
    double weights = 0;
    for (String pod : names(input.path("pod_weights"))) {
      double weight = input.path("pod_weights").path(pod).asDouble();
      sum += weight * input.path("current_drawdowns").path(pod).asDouble();
      weights += weight;
    }
    return sum / weights;
  }

  private static RiskContributions contributions(
      JsonNode input, String weights, List<String> pods) {
    JsonNode returns = input.path(weights.equals("weights") ? "returns" : "pod_returns");
    double[][] table =
        pods.stream().map(pod -> numbers(returns.path(pod))).toArray(double[][]::new);
    return RiskContributions.ofReturns(numbers(input.path(weights), pods), table);
  }

  /** The pods that have both a weight and returns. */
  private static List<String> judged(JsonNode input) {
    List<String> pods = new ArrayList<>(names(input.path("weights")));
    pods.removeIf(pod -> input.path("returns").path(pod).isMissingNode());
    return pods;
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static double[][] series(JsonNode object) {
    return names(object).stream().map(name -> numbers(object.path(name))).toArray(double[][]::new);
  }

  private static double[] numbers(JsonNode object, List<String> names) {
    return names.stream().mapToDouble(name -> object.path(name).asDouble()).toArray();
  }

  private static double[] numbers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }
}
