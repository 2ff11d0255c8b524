package io.podflow.domain.risk;

import io.podflow.domain.market.UtcDays;
import io.podflow.domain.metrics.ReturnMetrics;

/**
 * Risk seen on the ledger's equity (decisions CA4, CA5, AC6): drawdown, loss of the day, realised
 * volatility.
 *
 * <p>The peak starts anew when a defence ends, which is when recovery begins, on the UTC day after
 * the last critical alert. Measured from an older peak, a portfolio would be in defence again with
 * the first position it dares to take, and would need a gain that it cannot make at scale 0: the
 * defence would never end.
 */
public final class EquityRisk {

  /** Days with exposure that volatility looks back on. */
  static final int VOLATILITY_DAYS = 60;

  /** Fewer returns than this say nothing about volatility. */
  private static final int ENOUGH_DAYS = 10;

  private static final double DAYS_PER_YEAR = 365;

  private EquityRisk() {}

  /**
   * Takes in a close, after its fills and marks.
   *
   * @param closeTime epoch milliseconds UTC, later than the last one
   * @param equity of the ledger, quote currency
   * @param flat whether nothing is held
   */
  public static void observe(RiskState state, long closeTime, double equity, boolean flat) {
    long day = UtcDays.dayOf(closeTime);
    if (day != state.day) {
      beginDay(state, day, equity);
    }
    state.equity = equity;
    state.holding = !flat;
    state.exposed |= state.holding;
    state.peak = Math.max(state.peak, equity);
    if (UtcDays.endsDay(closeTime)) {
      endDay(state);
    }
  }

  private static void beginDay(RiskState state, long day, double equity) {
    if (state.day != RiskState.NEVER) {
      endDay(state);
      if (state.defenceDay == state.day) {
        state.peak = equity;
      }
    }
    state.day = day;
    state.dayBase = state.equity;
    state.exposed = state.holding;
    state.dayEnded = false;
  }

  // At the close that ends the day or, where none does, at the first one after it (FP2).
  private static void endDay(RiskState state) {
    if (!state.dayEnded && state.exposed && state.dayBase > 0) {
      state.exposedDays.add(state.equity / state.dayBase - 1);
    }
    state.dayEnded = true;
  }

  /** Fall below the peak, positive fraction of at most 1; NaN while flat. */
  public static double drawdown(RiskState state) {
    return state.holding && state.peak > 0
        ? Math.min(1, 1 - state.equity / state.peak)
        : Double.NaN;
  }

  /** Loss since the end of the UTC day before, positive fraction; 0 for a gain. */
  public static double dailyLoss(RiskState state) {
    return state.dayBase > 0 ? Math.max(0, 1 - state.equity / state.dayBase) : Double.NaN;
  }

  /**
   * Standard deviation (n − 1) of the daily returns on the last 60 days with exposure, times √365;
   * NaN while flat and for fewer than 10 such days.
   */
  public static double volatility(RiskState state) {
    if (!state.holding || state.exposedDays.size() < ENOUGH_DAYS) {
      return Double.NaN;
    }
    double[] returns = state.exposedDays.last(VOLATILITY_DAYS);
    return ReturnMetrics.standardDeviation(returns) * Math.sqrt(DAYS_PER_YEAR);
  }
}
