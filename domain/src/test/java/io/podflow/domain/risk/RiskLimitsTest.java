package io.podflow.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.journal.Severity;
import io.podflow.domain.settings.BreachSeverity;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("L7")
class RiskLimitsTest {

  private static final double NONE = Double.NaN;

  private final RiskLimits limits = new RiskLimits(Limits.USUAL);

  private static RiskMeasures equity(double drawdown, double dailyLoss, double volatility) {
    return new RiskMeasures(NONE, drawdown, dailyLoss, volatility, new double[0], NONE, NONE, NONE);
  }

  private static RiskMeasures pods(double... shares) {
    return new RiskMeasures(NONE, NONE, NONE, NONE, shares, NONE, NONE, NONE);
  }

  private static RiskMeasures netting(double leverage, double offset) {
    return new RiskMeasures(leverage, NONE, NONE, NONE, new double[0], NONE, NONE, offset);
  }

  private List<String> found(RiskMeasures measures) {
    return limits.check(measures).stream()
        .map(alert -> alert.kind() + " " + alert.severity())
        .toList();
  }

  @Test
  void warnsFromFourFifthsOfALimitOnAndIsCriticalAtIt() {
    assertThat(found(equity(0.119, 0.0239, 0.159))).isEmpty();
    assertThat(found(equity(0.12, 0.024, 0.16)))
        .containsExactly("PORTFOLIO_DRAWDOWN WARNING", "DAILY_LOSS WARNING");
    assertThat(found(equity(0.15, 0.03, 0.2)))
        .containsExactly("PORTFOLIO_DRAWDOWN CRITICAL", "DAILY_LOSS CRITICAL");
  }

  @Test
  @Tag("EV4")
  void realisedVolatilityAboveTheLimitIsAWarningAndNeverMore() {
    assertThat(found(equity(0, 0, 0.2))).isEmpty();
    assertThat(found(equity(0, 0, 0.201))).containsExactly("PORTFOLIO_VOLATILITY WARNING");
    assertThat(found(equity(0, 0, 20))).containsExactly("PORTFOLIO_VOLATILITY WARNING");
  }

  @Test
  @Tag("EV4")
  void aLimitThatIsNullIsOff() {
    RiskLimits off = new RiskLimits(Limits.off());
    double[] shares = {5, -5};
    assertThat(off.check(new RiskMeasures(99, 1, 1, 99, shares, 1, 1, 1))).isEmpty();
    assertThat(limits.check(new RiskMeasures(99, 1, 1, 99, shares, 1, 1, 1))).hasSize(9);
  }

  @Test
  void aValueThatReachesTheLimitOnPaperHasReachedIt() {
    assertThat(1 - 9_700.0 / 10_000.0).isNotEqualTo(0.03);
    assertThat(found(equity(NONE, 1 - 9_700.0 / 10_000.0, NONE)))
        .containsExactly("DAILY_LOSS CRITICAL");
    assertThat(found(equity(NONE, 0.03 - 1e-15, NONE))).containsExactly("DAILY_LOSS CRITICAL");
  }

  @Test
  void whatCouldNotBeMeasuredRaisesNothing() {
    assertThat(found(equity(NONE, NONE, NONE))).isEmpty();
    assertThat(found(pods(NONE, NONE))).isEmpty();
  }

  @Test
  void aPodsRiskShareIsAWarningUnlessConfigured() {
    RiskMeasures measures = pods(0.9, 0.3, -0.5);
    assertThat(limits.check(measures))
        .containsExactly(
            new RiskAlert(RiskKind.SINGLE_POD_RISK, Severity.WARNING, 0.9, 0.4, 0),
            new RiskAlert(RiskKind.SINGLE_POD_RISK, Severity.WARNING, 0.5, 0.4, 2));
    RiskLimits strict = new RiskLimits(Limits.settings(BreachSeverity.CRITICAL));
    assertThat(strict.check(measures)).allMatch(RiskAlert::isCritical).hasSize(2);
  }

  @Test
  void leverageAtTheCapIsAWarning() {
    assertThat(found(netting(3.0, NONE))).containsExactly("GROSS_LEVERAGE WARNING");
    assertThat(found(netting(2.3, NONE))).isEmpty();
  }

  @Test
  void offsetIsAWarningAboveItsThresholdOnly() {
    assertThat(found(netting(NONE, 0.45))).isEmpty();
    assertThat(found(netting(NONE, 0.5))).isEmpty();
    assertThat(found(netting(NONE, 0.51))).containsExactly("NETTING_OFFSET WARNING");
    assertThat(found(netting(NONE, 1.0))).containsExactly("NETTING_OFFSET WARNING");
  }

  @Test
  void onlyChangesAreNews() {
    RiskState state = new RiskState(1);
    List<RiskAlert> both = limits.check(pods(0.9, 0.9));
    List<RiskAlert> first = limits.check(pods(0.8, 0.1));

    assertThat(AlertChanges.of(state, both)).isEqualTo(both);
    assertThat(AlertChanges.of(state, both)).isEmpty();
    assertThat(AlertChanges.of(state, first)).containsExactly(both.get(1).over());
    assertThat(AlertChanges.of(state, first)).isEmpty();
    assertThat(AlertChanges.of(state, List.of())).containsExactly(first.get(0).over());
    assertThat(AlertChanges.of(state, List.of())).isEmpty();
  }

  @Test
  void aRisingSeverityIsNews() {
    RiskState state = new RiskState(1);
    AlertChanges.of(state, limits.check(equity(0.13, 0, 0)));
    List<RiskAlert> critical = limits.check(equity(0.16, 0, 0));
    assertThat(AlertChanges.of(state, critical)).isEqualTo(critical);
  }

  @Test
  void messagesSayValueAndLimit() {
    RiskAlert alert = limits.check(equity(0.16, 0, 0)).get(0);
    assertThat(alert.message()).isEqualTo("portfolio drawdown 0.16 (limit 0.15)");
    assertThat(alert.over().message()).isEqualTo("portfolio drawdown: alert over");
    assertThat(alert.over().severity()).isEqualTo(Severity.INFO);
  }
}
