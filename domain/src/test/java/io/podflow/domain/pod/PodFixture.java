package io.podflow.domain.pod;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.podflow.api.Timeframe;
import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.settings.AllocationMethod;
import io.podflow.domain.settings.AssetAllocationSettings;
import io.podflow.domain.settings.BreachSeverity;
import io.podflow.domain.settings.CapitalMethod;
import io.podflow.domain.settings.Covariance;
import io.podflow.domain.settings.DecisionRows;
import io.podflow.domain.settings.DualMomentumSettings;
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
import io.podflow.domain.settings.SelectorSettings;
import io.podflow.domain.settings.SlippageSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One pod driven close by close; only what a test is about is said. */
final class PodFixture {

  static final long DAY = Timeframe.D1.millis();

  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(MapperFeature.AUTO_DETECT_IS_GETTERS).build();

  Timeframe timeframe = Timeframe.D1;
  double costBps;
  double maxLeverage = 10;
  double volatilityFloor = 0.25;
  @Nullable Double stopLoss;
  int stopCooldownBars;
  FundingDue funding = FundingDue.NEVER;
  DecisionRows written = DecisionRows.ALL;
  ExposureBasis basis = ExposureBasis.PER_ASSET;
  @Nullable AssetAllocationSettings allocation;
  @Nullable SelectorSettings selector;

  private final List<String> symbols;
  private @Nullable PodStep step;
  private @Nullable PodState state;
  private long closeTime;

  PodFixture(String... symbols) {
    this.symbols = List.of(symbols);
  }

  static AssetAllocationSettings equalWeight(int rebalanceBars) {
    return new AssetAllocationSettings(
        AllocationMethod.EQUAL_WEIGHT, 10, rebalanceBars, 0, 1, DualMomentumSettings.DEFAULT);
  }

  static SelectorSettings selector(boolean enabled, int excludeBars, int rampSteps, int floor) {
    return selector(enabled, excludeBars, rampSteps, floor, null);
  }

  static SelectorSettings selector(
      boolean enabled, int excludeBars, int rampSteps, int floor, @Nullable Integer maxCooldowns) {
    return new SelectorSettings(
        enabled,
        0.4,
        0.3,
        0.3,
        10,
        5,
        0.2,
        0.35,
        -1,
        0.15,
        excludeBars,
        3,
        30,
        rampSteps,
        floor,
        null,
        null,
        maxCooldowns);
  }

  /** A symbol's update; figures of the selector are given by {@code sharpe} alone. */
  AssetUpdate update(int position, double periodReturn, double signal, double sharpe) {
    return new AssetUpdate(
        0,
        position,
        nextClose(),
        100,
        100,
        100,
        100,
        periodReturn,
        signal,
        "",
        20,
        sharpe,
        sharpe,
        -sharpe,
        Double.NaN);
  }

  /** A symbol's update with a bar of its own; the selector sees nothing remarkable. */
  AssetUpdate bar(int position, double open, double high, double low, double close, double signal) {
    return new AssetUpdate(
        0, position, nextClose(), open, high, low, close, 0, signal, "", 20, 0, 0, 0, Double.NaN);
  }

  AssetUpdate update(int position, double periodReturn, double signal) {
    return update(position, periodReturn, signal, position);
  }

  PodDecision close(@Nullable AssetUpdate... updates) {
    PodStep ready = step();
    long time = nextClose();
    closeTime = time;
    return ready.onClose(state(), time, updates);
  }

  PodState state() {
    PodState ready = state == null ? step().initialState() : state;
    state = ready;
    return ready;
  }

  /** Goes on from a copy of the state, as after a restart. */
  void restart() {
    try {
      state = JSON.readValue(JSON.writeValueAsBytes(state()), PodState.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long nextClose() {
    return closeTime + timeframe.millis();
  }

  private PodStep step() {
    PodStep ready = step == null ? new PodStep(layout(), 0, funding, written) : step;
    step = ready;
    return ready;
  }

  PortfolioLayout layout() {
    return PortfolioLayout.of(settings());
  }

  private OrchestratorSettings settings() {
    PodSettings pod =
        new PodSettings(
            "pod",
            "test",
            Map.of(),
            symbols,
            timeframe,
            0.5,
            1,
            0,
            0.15,
            0.10,
            maxLeverage,
            stopLoss,
            false,
            3,
            0,
            allocation,
            selector,
            basis,
            LifecycleState.PRODUCTION,
            null,
            null,
            null,
            stopCooldownBars);
    return new OrchestratorSettings(
        "main",
        CapitalMethod.EQUAL_WEIGHT,
        0.25,
        180,
        RebalanceTrigger.HYBRID,
        7,
        0.1,
        0.02,
        null,
        0.15,
        20.0,
        0.4,
        0.03,
        3,
        0.5,
        costBps,
        0,
        0,
        0,
        0,
        3,
        Market.PERPETUAL,
        90,
        0.7,
        Covariance.SAMPLE,
        0,
        BreachSeverity.WARNING,
        RollingSharpeSettings.DEFAULT,
        null,
        null,
        null,
        null,
        new GraduationSettings(30, 0.5, 0.2, 5, 0.3, 0.3, 0.65, 90),
        new RetirementSettings(0.25, 6, 0.3, 30),
        new PageHinkleySettings(0.2, 11, 0.99, true),
        "close",
        new LiveSettings(
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            ReconcilePolicy.REPORT,
            Duration.ofSeconds(10),
            null,
            Duration.ofSeconds(2),
            Duration.ofSeconds(30),
            Replication.Auto.AUTO,
            LiveSettings.LOOPBACK),
        List.of(pod),
        0.01,
        SlippageSettings.NONE,
        LifecycleSettings.ON,
        0.005,
        50,
        volatilityFloor,
        BreachSeverity.WARNING,
        0.0001);
  }
}
