package io.podflow.oracle;

import java.time.Instant;

/** Tables {@code orders}, {@code fills} and {@code pod_fills} from the trades (EX2, EX5, FP12). */
final class OrdersCheck {

  private final Run run;
  private final Trades trades;

  OrdersCheck(Run run, Trades trades) {
    this.run = run;
    this.trades = trades;
  }

  void orders(Comparison comparison) {
    for (Trade trade : trades.all()) {
      if (trade.hasOrder()) {
        comparison
            .row(trade.decidedAt(), orderId(trade))
            .text("symbol", trade.symbol())
            .text("side", trade.side())
            .quantity("quantity", Math.abs(trade.net()), Algebra.sum(trade.size()))
            .number("reference_price", trade.reference())
            .text("reason", trade.decision().cause())
            .text("status", trade.filled() ? "FILLED" : "EXPIRED")
            .number("forced", trade.decision().forced() ? 1 : 0)
            .quantity("band", trade.decision().band(), Algebra.sum(trade.size()))
            .number("volume_share", volumeShare(trade));
      }
    }
  }

  /** Value over what was traded in the bar of the fill (FI3); there is none at a stale close. */
  private double volumeShare(Trade trade) {
    if (!trade.filled() || trade.filledAt() == trade.decidedAt()) {
      return Double.NaN;
    }
    Series bars = run.bars.of(trade.symbol(), run.config.finest(trade.symbol()));
    int i = bars.last(trade.filledAt());
    double traded = bars.volume(i) * bars.close(i);
    return traded > 0 ? Math.abs(trade.net()) * trade.price() / traded : Double.NaN;
  }

  void fills(Comparison comparison) {
    for (Trade trade : trades.all()) {
      if (trade.hasOrder() && trade.filled()) {
        double notional = Math.abs(trade.net()) * trade.price();
        comparison
            .row(trade.filledAt(), orderId(trade) + ":f1", orderId(trade))
            .text("symbol", trade.symbol())
            .text("side", trade.side())
            .quantity("quantity", Math.abs(trade.net()), Algebra.sum(trade.size()))
            .number("price", trade.price())
            .number("fee", notional * feeRate(trade))
            .number("slippage_cost", notional * slippageRate(trade));
      }
    }
  }

  /** A liquidation costs what it costs, and nothing else (RU1). */
  private double feeRate(Trade trade) {
    String key = liquidates(trade) ? "liquidation_cost_bps" : "cost_bps";
    return run.config.number(key) / 10_000;
  }

  private double slippageRate(Trade trade) {
    double slippage = run.config.number("slippage_bps") + run.config.number("impact_bps");
    return liquidates(trade) ? 0 : slippage / 10_000;
  }

  private boolean liquidates(Trade trade) {
    return run.ruined(trade.decidedAt());
  }

  void podFills(Comparison comparison) {
    for (Trade trade : trades.all()) {
      for (int p = 0; trade.filled() && p < trade.sent().length; p++) {
        double fee =
            Math.abs(trade.sent()[p]) * trade.price() * (feeRate(trade) + slippageRate(trade));
        if (trade.hasOrder() && trade.sent()[p] != 0) {
          part(comparison, trade, orderId(trade) + ":f1", p, 0, trade.sent()[p], fee);
        }
        if (trade.crossed()[p] != 0) {
          String at = trade.atOnce() ? "mark:" : trade.hasOrder() ? "" : "open:";
          part(comparison, trade, at + stem(trade) + "x", p, 1, trade.crossed()[p], 0);
        }
      }
    }
  }

  private void part(
      Comparison comparison,
      Trade trade,
      String fillId,
      int p,
      int crossed,
      double quantity,
      double fee) {
    comparison
        .row(trade.filledAt(), fillId, run.config.pods.get(p).id(), crossed)
        .text("symbol", trade.symbol())
        .quantity("quantity", quantity, Algebra.sum(trade.size()))
        .number("price", trade.price())
        .number("fee", fee)
        .text("cause", trade.decision().podCauses()[p]);
  }

  String orderId(Trade trade) {
    return stem(trade) + "1";
  }

  private String stem(Trade trade) {
    String portfolio = run.config.orchestrator("portfolio_id").asText();
    Instant decided = Instant.ofEpochMilli(trade.decidedAt());
    return portfolio + ":" + trade.symbol() + ":" + decided + ":";
  }
}
