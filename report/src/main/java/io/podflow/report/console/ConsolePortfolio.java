package io.podflow.report.console;

import io.podflow.connectors.rundb.DeepestFall;
import io.podflow.connectors.rundb.RunCosts;
import io.podflow.connectors.rundb.RunSummary;
import io.podflow.connectors.rundb.TradingFigures;
import io.podflow.connectors.rundb.VolatilityCapFigures;
import io.podflow.domain.metrics.HeadlineFigures;
import io.podflow.report.text.Figures;

/** Headline, trading and volatility cap figures of the whole portfolio. */
record ConsolePortfolio(RunSummary summary) implements ConsoleSection {

  @Override
  public void writeTo(ConsoleText text) {
    HeadlineFigures all = summary.headline();
    TradingFigures trading = summary.trading();
    text.heading("Portfolio (%s periods, %,d of them)", summary.run().timeframe(), all.periods());
    text.pair(
        "Total return",
        Figures.percent(all.totalReturn()),
        "Max drawdown",
        Figures.share(all.maxDrawdown()));
    text.pair("CAGR", Figures.percent(all.cagr()), "Volatility", Figures.share(all.volatility()));
    text.pair("Sharpe", Figures.ratio(all.sharpe()), "Sortino", Figures.ratio(all.sortino()));
    text.pair(
        "Calmar",
        Figures.ratio(all.calmar()),
        "Turnover a year",
        Figures.ratio(trading.turnoverPerYear()) + " x");
    text.pair(
        "Orders / fills",
        Figures.format("%,d / %,d", trading.orders(), trading.fills()),
        "Fees, slippage",
        Figures.money(trading.fees()));
    VolatilityCapFigures cap = summary.volatilityCap();
    if (cap != null) {
      text.pair(
          "Volatility cap",
          Figures.share(cap.boundShare()) + " of closes",
          "Mean factor",
          Figures.ratio(cap.meanScale()));
    }
    if (!Missed.isMuch(summary)) {
      text.line("  %s", Missed.line(summary));
    }
    remarks(text);
  }

  /** Dates of the maximum drawdown, and orders that were large for their bar. */
  private void remarks(ConsoleText text) {
    DeepestFall fall = summary.deepestFall();
    if (fall.troughAt() != null) {
      text.line(
          "  Max drawdown from %s (%s) to %s; turnover counts buying and selling",
          Figures.money(fall.peak()),
          fall.peakAt() == null ? "the initial capital" : fall.peakAt(),
          fall.troughAt());
    }
    RunCosts costs = summary.run().costs();
    if (costs != null && costs.maxVolumeShare() != null && summary.volumeShareExceeded() > 0) {
      text.line(
          "  %s above %s of what was traded in the bar of the fill",
          aboveShare(summary.volumeShareExceeded(), summary.trading().orders()),
          Figures.share(costs.maxVolumeShare()));
      text.line(
          "  Round trips with such an order have %s of all |profit and loss|",
          Figures.share(summary.volumeShareExceededPnl()));
    }
  }

  static String aboveShare(long above, long orders) {
    return Figures.format(
        "%,d of %,d %s %s",
        above, orders, orders == 1 ? "order" : "orders", above == 1 ? "is" : "are");
  }
}
