package io.podflow.domain.portfolio.limits;

import io.podflow.domain.allocation.CovarianceEstimate;
import io.podflow.domain.allocation.VolatilityFloor;
import io.podflow.domain.capital.PodCapital;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.UtcDays;
import io.podflow.domain.portfolio.books.DecisionBuilder;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.portfolio.orders.NettedTargets;
import io.podflow.domain.risk.AlertChanges;
import io.podflow.domain.risk.CorrelationStress;
import io.podflow.domain.risk.DefencePhase;
import io.podflow.domain.risk.EquityRisk;
import io.podflow.domain.risk.PodRisk;
import io.podflow.domain.risk.RiskAlert;
import io.podflow.domain.risk.RiskDefence;
import io.podflow.domain.risk.RiskLimits;
import io.podflow.domain.risk.RiskMeasures;
import io.podflow.domain.settings.OrchestratorSettings;
import java.util.List;

/**
 * Measures the portfolio's risk at every close, raises alerts, and says what share of their size
 * targets may have (decisions CA3 to CA6). Whether capital was shared at this close plays no part.
 */
public final class RiskControl {

  private final PortfolioLayout layout;

  private final OrchestratorSettings settings;
  private final RiskLimits limits;
  private final RiskDefence defence;

  public RiskControl(PortfolioLayout layout) {
    this.layout = layout;
    this.settings = layout.settings();
    this.limits = new RiskLimits(settings);
    this.defence = new RiskDefence(settings.riskRecoverySteps());
  }

  /** Follows equity; after the fills and marks of this close, before its decisions. */
  public void observe(PortfolioState state, long closeTime) {
    EquityRisk.observe(state.risk, closeTime, state.ledger.equity(), state.ledger.isFlat());
    if (UtcDays.endsDay(closeTime) && state.dayCloses.capacity > 0) {
      state.dayCloses.add(state.ledger.marks, live(state));
    }
  }

  /**
   * The factor on all targets of this close, 0 to 1, which its own alerts may have set to 0.
   *
   * @param targets of this close, before this factor
   */
  public double scale(
      PortfolioState state, List<PodCapital> pods, NettedTargets targets, DecisionBuilder builder) {
    long day = UtcDays.dayOf(builder.time);
    DefencePhase before = DefencePhase.of(state.riskScale);
    double standing = defence.scale(state.risk, day);
    List<RiskAlert> alerts = limits.check(measures(state, pods, targets, standing));
    AlertChanges.of(state.risk, alerts).forEach(alert -> write(alert, builder));
    defence.apply(state.risk, day, alerts);
    state.riskScale = defence.scale(state.risk, day);
    writeChange(before, DefencePhase.of(state.riskScale), builder);
    return state.riskScale;
  }

  private RiskMeasures measures(
      PortfolioState state, List<PodCapital> pods, NettedTargets targets, double standing) {
    PodRisk podRisk =
        PodRisk.of(
            pods,
            shares(state, targets.equity()),
            state.dailyReturns.byPod,
            settings.correlationLookback(),
            new VolatilityFloor(settings.volatilityFloor()),
            returns -> CovarianceEstimate.of(settings.covariance(), returns));
    return new RiskMeasures(
        targets.netting().grossLeverage() * targets.leverageScale() * standing,
        EquityRisk.drawdown(state.risk),
        EquityRisk.dailyLoss(state.risk),
        EquityRisk.volatility(state.risk),
        podRisk.shares(),
        podRisk.correlation(),
        CorrelationStress.ofCloses(state.dayCloses.bySymbol),
        targets.netting().offsetRatio());
  }

  private static double[] shares(PortfolioState state, double equity) {
    double[] shares = new double[state.pods.length];
    for (int p = 0; p < shares.length; p++) {
      shares[p] = state.tradingShare(p, equity);
    }
    return shares;
  }

  private boolean[] live(PortfolioState state) {
    boolean[] live = new boolean[state.symbols.length];
    for (int s = 0; s < live.length; s++) {
      live[s] = state.seen[s] && state.missed[s] < settings.staleAfterBars();
    }
    return live;
  }

  private void write(RiskAlert alert, DecisionBuilder builder) {
    String pod = alert.pod() == RiskAlert.PORTFOLIO ? "" : layout.pod(alert.pod()).podId();
    builder.event(EventKind.RISK, pod, "", alert.severity(), alert.message());
  }

  private static void writeChange(DefencePhase from, DefencePhase to, DecisionBuilder builder) {
    if (from != to) {
      builder.change(
          EventKind.RISK,
          "",
          from.name(),
          to.name(),
          to == DefencePhase.DEFENCE ? Severity.CRITICAL : Severity.INFO,
          to.meaning());
    }
  }
}
