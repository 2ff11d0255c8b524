package io.podflow.job.engine;

import io.podflow.domain.execution.FundingRates;
import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.layout.Lineage;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.RunWindow;
import io.podflow.domain.market.UtcDays;
import io.podflow.domain.settings.JournalSettings;
import io.podflow.domain.settings.OrchestratorSettings;
import io.podflow.domain.settings.PodflowSettings;
import java.io.Serializable;
import java.util.Map;

/**
 * What the steps of a run are made from.
 *
 * @param window the stretch of event time that is read, traded and recorded
 * @param capital initial equity, quote currency
 * @param funding what perpetual positions pay
 * @param mode what becomes of the orders
 * @param journal what is written down
 */
public record RunScope(
    PortfolioLayout layout,
    RunWindow window,
    double capital,
    FundingRates funding,
    TradingMode mode,
    JournalSettings journal)
    implements Serializable {

  /** The same with what is written down by default. */
  public RunScope(
      PortfolioLayout layout,
      RunWindow window,
      double capital,
      FundingRates funding,
      TradingMode mode) {
    this(layout, window, capital, funding, mode, JournalSettings.DEFAULT);
  }

  public static RunScope of(PodflowSettings settings, RunWindow window) {
    return new RunScope(
        PortfolioLayout.of(settings.orchestrator()),
        window,
        settings.backtest().capital(),
        FundingRates.of(settings.orchestrator()),
        TradingMode.PAPER,
        settings.journal());
  }

  /**
   * Of a live job, which has no end. Bars of the {@code backtest.warmup_days} before the UTC day of
   * its begin warm up, and so do those of that day up to the begin.
   *
   * @param begin of trading: the first close after it is the first that is decided on (decision
   *     LV1), epoch milliseconds UTC
   */
  public static RunScope live(PodflowSettings settings, long begin) {
    long warmUp = settings.backtest().warmupDays() * UtcDays.DAY_MILLIS;
    return of(settings, new RunWindow(UtcDays.startOf(begin) - warmUp, begin, Long.MAX_VALUE));
  }

  /**
   * Whether the portfolio sees a bar that closes then: any bar of a day that is traded, and of the
   * days before them the last, whose close it keeps (decision EV4).
   */
  public boolean isForPortfolio(long closeTime) {
    return !window.warmsUp(closeTime) || UtcDays.endsDay(closeTime);
  }

  /** The same with funding rates of their own for some symbols. */
  public RunScope with(Map<String, FundingRates.Series> fundingBySymbol) {
    FundingRates rates = funding;
    for (Map.Entry<String, FundingRates.Series> symbol : fundingBySymbol.entrySet()) {
      rates = rates.with(symbol.getKey(), symbol.getValue());
    }
    return new RunScope(layout, window, capital, rates, mode, journal);
  }

  /**
   * The same under a later version of the configuration. When the run began, and with what, stays.
   *
   * @param before the pods and symbols of the versions before it
   */
  public RunScope following(OrchestratorSettings settings, Lineage before) {
    return new RunScope(
        PortfolioLayout.of(settings, before),
        window,
        capital,
        FundingRates.of(settings),
        mode,
        journal);
  }

  /** The same with orders that go another way. */
  public RunScope with(TradingMode otherMode) {
    return new RunScope(layout, window, capital, funding, otherMode, journal);
  }

  /**
   * The first close of {@code pod}'s timeframe after {@code time}, or MAX_VALUE past the end and
   * for a pod that has departed.
   */
  public long nextPodClose(int pod, long time) {
    if (layout.hasDeparted(pod)) {
      return Long.MAX_VALUE;
    }
    return bounded(layout.pod(pod).timeframe().nextClose(time));
  }

  /** The first close of any pod's timeframe after {@code time}, or MAX_VALUE past the end. */
  public long nextClose(long time) {
    return bounded(layout.nextClose(time));
  }

  private long bounded(long close) {
    return close <= window.horizon() ? close : Long.MAX_VALUE;
  }
}
