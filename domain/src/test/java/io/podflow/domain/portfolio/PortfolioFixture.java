package io.podflow.domain.portfolio;

import io.podflow.api.Timeframe;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.settings.BreachSeverity;
import io.podflow.domain.settings.CapitalMethod;
import io.podflow.domain.settings.CashBufferSettings;
import io.podflow.domain.settings.Covariance;
import io.podflow.domain.settings.ExposureBasis;
import io.podflow.domain.settings.GraduationSettings;
import io.podflow.domain.settings.LifecycleSettings;
import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.settings.LiveSettings;
import io.podflow.domain.settings.Market;
import io.podflow.domain.settings.OrchestratorSettings;
import io.podflow.domain.settings.PageHinkleySettings;
import io.podflow.domain.settings.PodSettings;
import io.podflow.domain.settings.RebalanceTrigger;
import io.podflow.domain.settings.ReconcilePolicy;
import io.podflow.domain.settings.Replication;
import io.podflow.domain.settings.RetirementSettings;
import io.podflow.domain.settings.RollingSharpeSettings;
import io.podflow.domain.settings.SlippageSettings;
import io.podflow.domain.settings.TurnoverSettings;
import io.podflow.domain.settings.VolatilityTargetSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Configurations of which only what a test is about is said. */
final class PortfolioFixture {

  ReconcilePolicy reconcilePolicy = ReconcilePolicy.REPORT;
  String onRemoval = "close";
  double costBps;
  double fundingBps;
  double minNotional;
  double maintenanceMargin = 0.005;
  double liquidationCostBps = 50;
  double minOrder;
  Market market = Market.PERPETUAL;
  @Nullable Double maxGrossLeverage = 20.0;
  GraduationSettings graduation = new GraduationSettings(30, 0.5, 0.2, 5, 0.3, 0.3, 0.65, 90);
  RetirementSettings retirement = new RetirementSettings(0.25, 6, 0.3, 30);
  PageHinkleySettings pageHinkley = new PageHinkleySettings(0.2, 11, 0.99, true);

  /** Out of reach, all of them, unless a test is about one. */
  @Nullable Double maxVolatility;

  @Nullable Double maxDrawdown = 100.0;
  double volatilityFloor = 0.25;
  @Nullable Double maxPodRisk = 100.0;
  @Nullable Double dailyLossLimit = 100.0;
  @Nullable Double correlationStress = 100.0;
  @Nullable Double nettingOffsetWarning = 100.0;

  LifecycleSettings lifecycle = LifecycleSettings.ON;

  /** Of the pods that are added from then on. */
  @Nullable LifecycleSettings podLifecycle;

  Covariance covariance = Covariance.SAMPLE;
  SlippageSettings slippage = SlippageSettings.NONE;
  @Nullable VolatilityTargetSettings volatilityTarget;
  @Nullable CashBufferSettings cashBuffer;

  RebalanceTrigger trigger = RebalanceTrigger.CALENDAR;
  int calendarDays = 10_000;

  /** So large that capital stays where it is, unless a test says otherwise. */
  double minRebalanceTurnover = 10;

  private final List<PodSettings> pods = new ArrayList<>();

  /** A pod in PRODUCTION on daily bars without a threshold. */
  PortfolioFixture pod(String id, double fraction, String... symbols) {
    return pod(id, fraction, Timeframe.D1, 0, LifecycleState.PRODUCTION, symbols);
  }

  /** The same with an {@code on_removal} of its own. */
  PortfolioFixture podThatLeaves(
      String podOnRemoval, String id, double fraction, String... symbols) {
    return pod(id, fraction, Timeframe.D1, 0, LifecycleState.PRODUCTION, podOnRemoval, symbols);
  }

  PortfolioFixture pod(
      String id,
      double fraction,
      Timeframe timeframe,
      double threshold,
      LifecycleState state,
      String... symbols) {
    return pod(id, fraction, timeframe, threshold, state, null, symbols);
  }

  /** A pod of which the configuration does not say in which state it starts. */
  PortfolioFixture podByDefault(String id, String... symbols) {
    return pod(id, 1, Timeframe.D1, 0, null, null, symbols);
  }

  private PortfolioFixture pod(
      String id,
      double fraction,
      Timeframe timeframe,
      double threshold,
      @Nullable LifecycleState state,
      @Nullable String podOnRemoval,
      String... symbols) {
    pods.add(
        new PodSettings(
            id,
            "test",
            Map.of(),
            List.of(symbols),
            timeframe,
            fraction,
            1.0,
            0.0,
            0.15,
            0.10,
            10.0,
            null,
            false,
            3.0,
            threshold,
            null,
            null,
            ExposureBasis.PER_ASSET,
            state,
            null,
            podOnRemoval,
            podLifecycle,
            10));
    return this;
  }

  PortfolioLayout layout() {
    return PortfolioLayout.of(settings());
  }

  /** The version after the one of {@code before}. */
  PortfolioLayout layoutAfter(PortfolioLayout before) {
    return PortfolioLayout.of(settings(), before.lineage());
  }

  private OrchestratorSettings settings() {
    return new OrchestratorSettings(
        "main",
        CapitalMethod.EQUAL_WEIGHT,
        0.25,
        180,
        trigger,
        calendarDays,
        0.10,
        minRebalanceTurnover,
        maxVolatility,
        maxDrawdown,
        maxGrossLeverage,
        maxPodRisk,
        dailyLossLimit,
        3,
        nettingOffsetWarning,
        costBps,
        0,
        0,
        fundingBps,
        minNotional,
        3,
        market,
        90,
        correlationStress,
        covariance,
        0,
        BreachSeverity.WARNING,
        RollingSharpeSettings.DEFAULT,
        volatilityTarget,
        cashBuffer,
        null,
        new TurnoverSettings(0.10, 0.30),
        graduation,
        retirement,
        pageHinkley,
        onRemoval,
        new LiveSettings(
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            reconcilePolicy,
            Duration.ofSeconds(10),
            null,
            Duration.ofSeconds(2),
            Duration.ofSeconds(30),
            Replication.Auto.AUTO,
            LiveSettings.LOOPBACK),
        pods,
        0.01,
        slippage,
        lifecycle,
        maintenanceMargin,
        liquidationCostBps,
        volatilityFloor,
        BreachSeverity.WARNING,
        minOrder);
  }
}
