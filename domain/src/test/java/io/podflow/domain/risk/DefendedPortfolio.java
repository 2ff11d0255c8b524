package io.podflow.domain.risk;

import io.podflow.domain.market.UtcDays;
import java.util.ArrayList;
import java.util.List;

/**
 * A portfolio in small: one position, opened and closed a close after it was decided, as orders
 * are. Every close goes through risk as in the portfolio step.
 */
final class DefendedPortfolio {

  static final int STEPS = 3;

  /** What risk said at one close. */
  record Close(long day, List<RiskAlert> alerts, double scale, double exposure) {

    boolean isCritical() {
      return alerts.stream().anyMatch(RiskAlert::isCritical);
    }
  }

  final List<Close> closes = new ArrayList<>();
  final List<RiskAlert> news = new ArrayList<>();
  RiskState state = new RiskState(10_000);
  private final RiskLimits limits = new RiskLimits(Limits.USUAL);
  private final RiskDefence defence = new RiskDefence(STEPS);
  private double equity = 10_000;
  private double exposure;
  private double wanted;

  /**
   * One close.
   *
   * @param marketReturn since the close before
   * @param correlation between pods, measured at this close
   */
  Close close(long time, double marketReturn, double correlation) {
    exposure = wanted;
    equity *= 1 + exposure * marketReturn;
    long day = UtcDays.dayOf(time);
    EquityRisk.observe(state, time, equity, exposure == 0);
    List<RiskAlert> alerts = limits.check(measures(correlation));
    defence.apply(state, day, alerts);
    news.addAll(AlertChanges.of(state, alerts));
    wanted = defence.scale(state, day);
    Close close = new Close(day, alerts, wanted, exposure);
    closes.add(close);
    return close;
  }

  RiskMeasures measures(double correlation) {
    return new RiskMeasures(
        exposure,
        EquityRisk.drawdown(state),
        EquityRisk.dailyLoss(state),
        EquityRisk.volatility(state),
        new double[0],
        correlation,
        Double.NaN,
        Double.NaN);
  }
}
