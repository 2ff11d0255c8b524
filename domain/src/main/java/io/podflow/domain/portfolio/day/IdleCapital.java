package io.podflow.domain.portfolio.day;

import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.UtcDays;
import io.podflow.domain.portfolio.books.DecisionBuilder;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.settings.OrchestratorSettings;
import io.podflow.domain.settings.PodSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Tells when capital lies idle: a reserve above 5 % of equity at the end of a UTC day, on the first
 * such day and on every 7th after it (decision EV5).
 */
public final class IdleCapital {

  private static final double WORTH_TELLING = 0.05;
  private static final int DAYS_BETWEEN = 7;

  /** A fraction that equals its bound on paper has reached it, whatever rounding says. */
  private static final double TOLERANCE = 1e-9;

  private final PortfolioLayout layout;
  private final OrchestratorSettings settings;

  public IdleCapital(PortfolioLayout layout) {
    this.layout = layout;
    this.settings = layout.settings();
  }

  /** At the end of a UTC day, after capital was shared. */
  public void endDay(PortfolioState state, DecisionBuilder builder) {
    double equity = state.ledger.equity();
    double reserve = state.ledger.reserve;
    if (!(equity > 0 && reserve > WORTH_TELLING * equity)) {
      state.idleSince = PortfolioState.NOT_IDLE;
      return;
    }
    long day = UtcDays.dayOf(builder.time);
    if (state.idleSince == PortfolioState.NOT_IDLE) {
      state.idleSince = day;
    }
    if ((day - state.idleSince) % DAYS_BETWEEN == 0) {
      builder.event(
          EventKind.IDLE,
          "",
          Severity.WARNING,
          "reserve "
              + reserve
              + " ("
              + reserve / equity
              + " of equity) idle since "
              + LocalDate.ofEpochDay(state.idleSince)
              + ": "
              + String.join("; ", reasons(state)));
    }
  }

  private List<String> reasons(PortfolioState state) {
    List<String> reasons = new ArrayList<>();
    if (state.ruined) {
      reasons.add("the portfolio is ruined");
    }
    for (LifecycleState life : LifecycleState.values()) {
      if (life != LifecycleState.PRODUCTION) {
        name(state, life.name(), p -> state.lives[p].state == life, reasons);
      }
    }
    if (count(state, state::isActive) == 1) {
      name(state, "alone, so initial_fraction holds", state::isActive, reasons);
    } else {
      name(state, "at max_fraction", p -> isFull(state, p), reasons);
    }
    if (state.lastRebalanceDay == Long.MIN_VALUE) {
      reasons.add("no rebalance yet, so initial_fraction holds");
    }
    if (settings.cashBuffer() != null) {
      reasons.add("cash_buffer");
    }
    if (settings.volatilityTarget() != null) {
      reasons.add("volatility_target");
    }
    if (settings.drawdownDerisk() != null) {
      reasons.add("drawdown_derisk");
    }
    if (reasons.isEmpty()) {
      reasons.add("limits on moves of capital (turnover_constraint, min_rebalance_turnover)");
    }
    return reasons;
  }

  private boolean isFull(PortfolioState state, int p) {
    PodSettings pod = layout.pod(p);
    return state.isActive(p) && state.fractions[p] >= pod.maxFraction() - TOLERANCE;
  }

  private static long count(PortfolioState state, IntPredicate concerns) {
    return IntStream.range(0, state.pods.length).filter(concerns).count();
  }

  private static void name(
      PortfolioState state, String what, IntPredicate concerns, List<String> reasons) {
    List<String> names = new ArrayList<>();
    for (int p = 0; p < state.pods.length; p++) {
      if (!state.departed[p] && concerns.test(p)) {
        names.add(state.pods[p]);
      }
    }
    if (!names.isEmpty()) {
      reasons.add(what + ": " + String.join(", ", names));
    }
  }
}
