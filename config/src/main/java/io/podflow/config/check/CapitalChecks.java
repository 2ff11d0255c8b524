package io.podflow.config.check;

import static io.podflow.config.binding.Range.text;

import io.podflow.domain.settings.CapitalMethod;
import io.podflow.domain.settings.CashBufferSettings;
import io.podflow.domain.settings.DrawdownDeriskSettings;
import io.podflow.domain.settings.OrchestratorSettings;
import io.podflow.domain.settings.VolatilityTargetSettings;
import java.util.List;

/** Rules between the keys of capital allocation. */
final class CapitalChecks {

  private static final List<Check> ALL =
      List.of(
          CapitalChecks::deriskHalvesFirst,
          CapitalChecks::volatilityFactorsAreOrdered,
          CapitalChecks::rangeIsBelowTrend,
          CapitalChecks::smallestWeightsFit);

  private CapitalChecks() {}

  /** One rule; {@code scope} is the orchestrator's section. */
  private interface Check {
    void run(OrchestratorSettings orchestrator, Scope scope);
  }

  static void run(OrchestratorSettings orchestrator, Scope scope) {
    ALL.forEach(check -> check.run(orchestrator, scope));
  }

  private static void deriskHalvesFirst(OrchestratorSettings orchestrator, Scope scope) {
    DrawdownDeriskSettings derisk = orchestrator.drawdownDerisk();
    if (derisk != null) {
      scope
          .section("drawdown_derisk")
          .require(
              derisk.half() < derisk.zero(),
              "half",
              text(derisk.half()),
              "must be below zero " + text(derisk.zero()),
              "zero");
    }
  }

  private static void volatilityFactorsAreOrdered(OrchestratorSettings orchestrator, Scope scope) {
    VolatilityTargetSettings target = orchestrator.volatilityTarget();
    if (target != null) {
      scope
          .section("volatility_target")
          .require(
              target.floor() <= target.cap(),
              "floor",
              text(target.floor()),
              "must be at most cap " + text(target.cap()),
              "cap");
    }
  }

  private static void rangeIsBelowTrend(OrchestratorSettings orchestrator, Scope scope) {
    CashBufferSettings buffer = orchestrator.cashBuffer();
    if (buffer != null) {
      scope
          .section("cash_buffer")
          .require(
              buffer.rangeAdx() < buffer.trendAdx(),
              "range_adx",
              text(buffer.rangeAdx()),
              "must be below trend_adx " + text(buffer.trendAdx()),
              "trend_adx");
    }
  }

  /**
   * Checked only for {@code rolling_sharpe}, the method that uses {@code min_weight}: the default
   * must not refuse a portfolio of many pods.
   */
  private static void smallestWeightsFit(OrchestratorSettings orchestrator, Scope scope) {
    double least = orchestrator.rollingSharpe().minWeight();
    int count = orchestrator.pods().size();
    if (orchestrator.allocationMethod() == CapitalMethod.ROLLING_SHARPE
        && !scope.isFaulty("allocation_method")) {
      scope
          .section("rolling_sharpe")
          .require(
              count * least <= 1 + Tolerance.FRACTIONS,
              "min_weight",
              text(least),
              "times " + count + " pods must be at most 1, or no weights can sum to 1");
    }
  }
}
