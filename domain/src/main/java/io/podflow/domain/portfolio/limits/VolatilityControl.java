package io.podflow.domain.portfolio.limits;

import io.podflow.api.Bar;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.UtcDays;
import io.podflow.domain.portfolio.books.DecisionBuilder;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.portfolio.orders.NettedTargets;
import io.podflow.domain.risk.VolatilityCap;
import io.podflow.domain.risk.VolatilityEstimate;
import io.podflow.domain.risk.VolatilityState;
import io.podflow.domain.settings.Covariance;
import io.podflow.domain.settings.OrchestratorSettings;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps the closes of UTC days, and scales the targets of each close by the volatility cap. */
public final class VolatilityControl {

  /** Opposite weights of pods that cancel out leave this much, which is no position. */
  private static final double ROUNDING = 1e-12;

  private final VolatilityCap cap;
  private final Covariance estimator;
  private final int staleAfter;
  private final int[] configuredOrder;

  public VolatilityControl(PortfolioLayout layout) {
    OrchestratorSettings settings = layout.settings();
    this.configuredOrder = configuredOrder(layout);
    this.cap = new VolatilityCap(settings.maxPortfolioVolatility());
    this.estimator = Objects.requireNonNullElse(settings.covariance(), Covariance.SAMPLE);
    this.staleAfter = settings.staleAfterBars();
  }

  /** Universe indexes in the order in which the pods name the symbols first; it decides ties. */
  private static int[] configuredOrder(PortfolioLayout layout) {
    LinkedHashSet<Integer> order = new LinkedHashSet<>();
    for (int p = 0; p < layout.podCount(); p++) {
      for (int s : layout.symbolsOf(p)) {
        order.add(s);
      }
    }
    for (int s = 0; s < layout.universe().size(); s++) {
      order.add(s);
    }
    return order.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * Keeps the closes of this close's bars when it ends a UTC day; before anything is decided.
   *
   * @param bars by universe index: the bar of the symbol's finest timeframe that closes now
   */
  public void observe(PortfolioState state, long closeTime, @Nullable Bar[] bars) {
    if (!UtcDays.endsDay(closeTime)) {
      return;
    }
    double[] closes = new double[state.volatility.bySymbol.length];
    Arrays.fill(closes, Double.NaN);
    for (int s = 0; s < Math.min(closes.length, bars.length); s++) {
      Bar bar = bars[s];
      closes[s] = bar == null ? Double.NaN : bar.close();
    }
    state.volatility.add(UtcDays.dayOf(closeTime), closes);
  }

  /**
   * The targets of this close under the cap. What cannot move at this close counts in the estimate
   * as it stands, and nothing else is made smaller for its sake.
   *
   * @param targets under the factors of leverage and defence
   */
  public NettedTargets cap(PortfolioState state, NettedTargets targets, DecisionBuilder builder) {
    VolatilityEstimate estimate =
        cap.isSet() && targets.equity() > 0
            ? estimate(state, targets.weights(state.ledger.marks))
            : VolatilityEstimate.NONE;
    state.volatility.scale = cap.scale(estimate);
    tellLateBeginning(state.volatility, builder);
    tellBinding(state.volatility, estimate, builder);
    return targets.capped(state.volatility.scale, estimate.value());
  }

  /**
   * The estimated volatility of positions, by the closes up to the last UTC day that has ended;
   * NaN, annualised fraction, where nothing has a variance to go by. For what is wanted and for
   * what is held alike.
   *
   * @param weights by symbol, signed shares of equity
   */
  public VolatilityEstimate estimate(PortfolioState state, double[] weights) {
    int n = configuredOrder.length;
    double[] ordered = new double[n];
    double[][] closes = new double[n][];
    boolean[] stale = new boolean[n];
    for (int i = 0; i < n; i++) {
      int s = configuredOrder[i];
      ordered[i] = Math.abs(weights[s]) < ROUNDING ? 0 : weights[s];
      closes[i] = state.volatility.bySymbol[s];
      stale[i] = state.missed[s] >= staleAfter;
    }
    return VolatilityEstimate.of(ordered, closes, stale, estimator);
  }

  /**
   * The estimated volatility of what is held, annualised fraction; NaN without a limit on it, or
   * where nothing has a variance to go by (decision TR2).
   *
   * @param held by symbol, signed quantities
   */
  public double ofHeld(PortfolioState state, double[] held, double equity) {
    if (!cap.isSet() || !(equity > 0)) {
      return Double.NaN;
    }
    double[] weights = new double[held.length];
    Arrays.setAll(weights, s -> held[s] == 0 ? 0 : held[s] * state.ledger.marks[s] / equity);
    return estimate(state, weights).value();
  }

  private void tellLateBeginning(VolatilityState volatility, DecisionBuilder builder) {
    if (volatility.beginsLate && cap.isSet()) {
      volatility.beginsLate = false;
      tell(
          builder,
          Severity.WARNING,
          "volatility cap begins after 30 days: the state of before has no closes of UTC days");
    }
  }

  private void tellBinding(
      VolatilityState volatility, VolatilityEstimate estimate, DecisionBuilder builder) {
    boolean bound = volatility.scale < 1;
    volatility.boundToday |= bound;
    if (bound && !volatility.binds) {
      volatility.binds = true;
      tell(
          builder,
          Severity.INFO,
          "volatility cap binds: estimate "
              + estimate.value()
              + " (limit "
              + cap.limit()
              + "), targets are scaled by "
              + volatility.scale);
    }
    if (UtcDays.endsDay(builder.time)) {
      if (volatility.binds && !volatility.boundToday) {
        volatility.binds = false;
        tell(builder, Severity.INFO, "volatility cap binds no longer");
      }
      volatility.boundToday = false;
    }
  }

  private static void tell(DecisionBuilder builder, Severity severity, String message) {
    builder.event(EventKind.RISK, "", severity, message);
  }
}
